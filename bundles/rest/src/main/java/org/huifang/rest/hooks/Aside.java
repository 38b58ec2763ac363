// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.hooks;

import java.util.stream.Collectors;
import org.huifang.api.events.DeadLetters;
import org.huifang.api.events.Sequences;
import org.huifang.api.platform.HookSource;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.rest.Awaited;
import org.huifang.rest.Problem;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is kept beside the archive: hooks that were not understood, and the numbers of those that came. */
@Component(service = Aside.class)
public final class Aside {
    private static final Logger LOG = LoggerFactory.getLogger(Aside.class);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable DeadLetters letters;

    private final Awaited<Sequences> sequences = new Awaited<>();

    public Aside() {
    }

    Aside(DeadLetters letters, Sequences sequences) {
        this.letters = letters;
        this.sequences.bind(sequences);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindSequences(Sequences service) {
        sequences.bind(service);
    }

    void unbindSequences(Sequences service) {
        sequences.unbind(service);
    }

    /** Its sender is told in any case, and sends it again: while nothing can be kept, nothing is lost. */
    void keep(HookSource source, Hook hook, Problem problem) {
        DeadLetters there = letters;
        if (there == null) {
            return;
        }
        try {
            there.keep(source.tenant(), source.name(), hook.id(), HookFacts.type(hook.body()), reason(problem),
                    hook.body());
            Long number = HookFacts.sequence(hook.body());
            if (number != null) {
                seen(source, number);
            }
        } catch (StoreUnavailable away) {
            LOG.debug("a hook that was not understood could not be kept: {}", away.getMessage());
        }
    }

    /**
     * Waits while that part is updated, for a number that is not noted would be missed later; throws when it cannot be
     * kept, so that the hook is sent again. Where nobody counts at all, nothing is noted.
     */
    void seen(HookSource source, long number) {
        sequences.get().ifPresent(there -> there.seen(source.tenant(), source.name(), number));
    }

    /** In one line for each error. */
    static String reason(Problem problem) {
        return problem.errors().isEmpty()
                ? problem.detail()
                : problem.errors().stream().map(place -> place.pointer() + " " + place.detail())
                        .collect(Collectors.joining("\n"));
    }
}
