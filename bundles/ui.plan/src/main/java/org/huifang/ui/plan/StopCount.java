// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.huifang.api.Page;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.State;
import org.jspecify.annotations.Nullable;

/**
 * What stopping a plan would do to what is open by it.
 *
 * @param exempt how many would not be owed any more
 * @param learners to how many
 * @param moving how many go on by the next plan that fits, because it has the same step
 */
record StopCount(long exempt, long learners, long moving) {
    /** The open obligations of a step, page by page. */
    interface Source {
        Page<Obligation> read(String step, State state, @Nullable String after);
    }

    /** @param tags of learners; asked only where a plan is for a tag */
    static StopCount of(PlanVersion stopped, List<PlanVersion> live, Source source,
            Function<Collection<UUID>, Map<UUID, Set<String>>> tags) {
        var count = new Counting(stopped, live, tags);
        for (var step : stopped.steps()) {
            Arrays.stream(State.values()).filter(State::open).forEach(state -> count.all(source, step.code(), state));
        }
        return new StopCount(count.exempt, count.learners.size(), count.moving);
    }

    private static final class Counting {
        private final PlanVersion stopped;
        private final List<PlanVersion> live;
        private final List<PlanVersion> others;
        private final Function<Collection<UUID>, Map<UUID, Set<String>>> tags;
        private final Set<UUID> learners = new HashSet<>();
        private long exempt;
        private long moving;

        private Counting(PlanVersion stopped, List<PlanVersion> live,
                Function<Collection<UUID>, Map<UUID, Set<String>>> tags) {
            this.stopped = stopped;
            this.live = live;
            this.others = live.stream().filter(plan -> !plan.plan().equals(stopped.plan())).toList();
            this.tags = live.stream().anyMatch(plan -> plan.tag() != null) ? tags : nobody -> Map.of();
        }

        private void all(Source source, String step, State state) {
            String after = null;
            do {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("nobody waits for it any more");
                }
                var page = source.read(step, state, after);
                page(page.items().stream().filter(each -> each.origin() == Origin.PLAN).toList());
                after = page.next();
            } while (after != null);
        }

        private void page(List<Obligation> owed) {
            var worn = tags.apply(owed.stream().map(Obligation::learner).distinct().toList());
            owed.forEach(each -> one(each, worn.getOrDefault(each.learner(), Set.of())));
        }

        private void one(Obligation owed, Set<String> wears) {
            if (holds(live, owed.course(), wears).filter(plan -> plan.plan().equals(stopped.plan())).isEmpty()) {
                return;
            }
            if (holds(others, owed.course(), wears).flatMap(next -> Sketch.step(next, owed.step())).isPresent()) {
                moving++;
            } else {
                exempt++;
                learners.add(owed.learner());
            }
        }
    }

    /** The plan that holds for somebody, as {@link PlanVersion} says; of several tags the first by name. */
    private static Optional<PlanVersion> holds(List<PlanVersion> live, UUID course, Set<String> wears) {
        return live.stream()
                .filter(plan -> (plan.course() == null || course.equals(plan.course()))
                        && (plan.tag() == null || wears.contains(plan.tag())))
                .max(Comparator.comparing(StopCount::special).thenComparing(
                        plan -> plan.tag() == null ? "" : plan.tag(), Comparator.reverseOrder()));
    }

    private static int special(PlanVersion plan) {
        return (plan.course() == null ? 0 : 2) + (plan.tag() == null ? 0 : 1);
    }
}
