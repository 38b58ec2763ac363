// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.util.List;
import java.util.Objects;
import org.huifang.api.revisit.Questionnaires;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Where a launch leads, by what the person is in the course. The platform's target_link_uri was checked to lie inside,
 * and is not followed: no page is for whoever names it.
 */
@Component(service = Landings.class)
public final class Landings {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Questionnaires questionnaires;

    @Activate
    public Landings() {
    }

    /**
     * A path on this server. Whoever is neither instructor nor learner gets the questionnaires' page, which needs no role;
     * {@code l} tells it which page frames it, {@code lang} the language of that page.
     */
    String path(Arrivals.Arrived arrived) {
        if (arrived.teaches() && arrived.course() != null) {
            return "/l/" + arrived.ticket().id() + "/course/" + arrived.course();
        }
        List<String> tokens = tokens(arrived);
        boolean sheet = arrived.place() == Placement.QUESTIONNAIRE && !tokens.isEmpty();
        if (arrived.learns() && !sheet) {
            return "/l/" + arrived.ticket().id() + "/me";
        }
        String locale = Objects.requireNonNullElse(arrived.locale(), "");
        boolean said = locale.matches("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,3}");
        return "/s/" + (tokens.isEmpty() ? "" : tokens.getFirst()) + "?l=" + arrived.ticket().id()
                + (said ? "&lang=" + locale.replace('_', '-') : "");
    }

    private List<String> tokens(Arrivals.Arrived arrived) {
        Questionnaires there = questionnaires;
        return there == null || arrived.learner() == null || arrived.course() == null
                ? List.of()
                : there.tokens(arrived.platform().tenant(), arrived.learner(), arrived.course());
    }
}
