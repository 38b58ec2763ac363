// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.Owned;
import org.huifang.api.staff.Agent;

/**
 * Who gets what of somebody's open obligations. What is owed to one learner stays in one hand; each learner goes to
 * whoever of the chosen serves the courses, speaks the language, has the skills and has least to do.
 *
 * @param shares by new owner
 * @param left what none of the chosen can do: it stays where it is
 */
record HandingOver(Map<UUID, List<Owned>> shares, List<Owned> left) {
    /** Obligations of one learner that go together. */
    private record Case(UUID learner, List<Owned> owed) {
        long minutes() {
            return owed.stream().mapToLong(Owned::minutes).sum();
        }
    }

    /**
     * @param languages of the learners, BCP 47; one who is absent is called by anybody
     * @param load minutes that each of the chosen has already
     */
    static HandingOver of(List<Owned> open, List<Agent> chosen, Map<UUID, String> languages,
            Map<UUID, Long> load) {
        Map<UUID, List<Owned>> byLearner = new LinkedHashMap<>();
        open.forEach(one -> byLearner.computeIfAbsent(one.learner(), id -> new ArrayList<>()).add(one));
        // the largest first: that keeps the sums nearest to each other
        List<Case> cases = byLearner.entrySet().stream().map(each -> new Case(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(Case::minutes).reversed().thenComparing(Case::learner)).toList();
        Map<UUID, Long> sums = new HashMap<>(load);
        Map<UUID, List<Owned>> shares = new LinkedHashMap<>();
        List<Owned> left = new ArrayList<>();
        for (Case one : cases) {
            chosen.stream().filter(agent -> agent.speaks(languages.getOrDefault(one.learner, "")))
                    .filter(agent -> one.owed.stream()
                            .allMatch(owed -> agent.serves(owed.course()) && agent.can(owed.skill())))
                    .min(Comparator.<Agent>comparingLong(agent -> sums.getOrDefault(agent.account(), 0L))
                            .thenComparing(Agent::account))
                    .map(Agent::account).ifPresentOrElse(owner -> {
                        shares.computeIfAbsent(owner, id -> new ArrayList<>()).addAll(one.owed);
                        sums.merge(owner, one.minutes(), Long::sum);
                    }, () -> left.addAll(one.owed));
        }
        return new HandingOver(shares, left);
    }

    /** The same for what of it the giver still has: by now others may have taken or settled some. */
    HandingOver only(List<Owned> still) {
        Set<UUID> ids = still.stream().map(Owned::id).collect(Collectors.toSet());
        Map<UUID, List<Owned>> rest = new LinkedHashMap<>();
        shares.forEach((owner, share) -> {
            var kept = share.stream().filter(one -> ids.contains(one.id())).toList();
            if (!kept.isEmpty()) {
                rest.put(owner, kept);
            }
        });
        return new HandingOver(rest, left);
    }

    int count() {
        return shares.values().stream().mapToInt(List::size).sum();
    }

    static long promises(List<Owned> owed) {
        return owed.stream().filter(one -> one.origin() == Origin.PROMISE).count();
    }

    static long minutes(List<Owned> owed) {
        return owed.stream().mapToLong(Owned::minutes).sum();
    }
}
