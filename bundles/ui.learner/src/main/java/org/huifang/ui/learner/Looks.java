// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.archive.Fact;
import org.huifang.api.identity.Account;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Who saw a number or an address in full, when and what for. */
final class Looks extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int ENTRIES = 50;
    private static final String STAFF = "staff:";

    private final transient Me me;
    private final Zone zone = new Zone();
    private transient @Nullable List<String> shown;

    Looks(Me me) {
        this.me = me;
        getContent().add(zone);
    }

    void refresh() {
        zone.run(() -> {
            var now = me.happened(Set.of(Fact.Revealed.class), ENTRIES).map(Fact.Revealed.class::cast)
                    .map(this::sentence).toList();
            if (!now.equals(shown)) {
                shown = now;
                zone.show(Parts.heading(getTranslation("me.looks")), now.isEmpty()
                        ? Parts.aside(getTranslation("me.looks.none"))
                        : Parts.list(now.stream().map(Parts::sentence).toList()));
            }
        });
    }

    private String sentence(Fact.Revealed look) {
        return getTranslation("me.looks.one", Times.stamp(look.at()), name(look.author()), Words.field(look.field()),
                Words.revealed(look.reason()));
    }

    private String name(String author) {
        var accounts = me.services().accounts();
        var unknown = getTranslation("me.looks.staff");
        if (accounts == null || !author.matches(STAFF + "[0-9a-f-]{36}")) {
            return unknown;
        }
        return accounts.find(me.tenant(), UUID.fromString(author.substring(STAFF.length())))
                .map(Account::displayName).filter(name -> !name.isBlank()).orElse(unknown);
    }
}
