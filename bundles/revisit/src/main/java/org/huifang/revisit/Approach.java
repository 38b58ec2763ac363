// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.archive.Reach;
import org.huifang.api.archive.Reachability;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Kind;
import org.huifang.revisit.planner.Contact;
import org.huifang.revisit.planner.Planner;
import org.huifang.revisit.planner.Task;
import org.jspecify.annotations.Nullable;

/** A contact with all that is needed to ask whether a message may be sent about it. */
record Approach(Announced announced, Reach reach, Planner planner, List<Task> tasks, List<Contact> others) {
    /** @return null when it is about nothing any more, or what is asked is not there */
    static @Nullable Approach of(RevisitStore store, Planners planners, Waiting.Found found, Instant now) {
        Announced announced = store.of(found.tenant(), sql -> Announced.find(sql, found.contact())).orElse(null);
        Reachability files = planners.reachability();
        Planner planner = planners.of(found.tenant());
        if (announced == null || announced.open().isEmpty() || files == null || planner == null) {
            return null;
        }
        Map<UUID, Reach> reach = files.of(found.tenant(), Announced.learners(announced.open()),
                PlanContacts.PURPOSES, now);
        Reach who = Announced.reach(reach, announced.person(), announced.open());
        if (who == null) {
            return null;
        }
        List<Contact> others = store.of(found.tenant(), sql -> Announced.firm(sql, announced.person(), found.contact(),
                now.minus(planners.longestCap(found.tenant())), now));
        if (!announced.open().stream().allMatch(owed -> owed.kind() == Kind.QUESTIONNAIRE)) {
            // A notice must leave room for its own call.
            others.add(new Contact(found.contact(), announced.channel(), announced.at(), List.of(), true));
        }
        return new Approach(announced, who, planner, announced.tasks(planners), others);
    }

    /** Why nothing may be sent there at a moment, or null. */
    @Nullable
    Hold barrier(String channel, Instant now) {
        return tasks.stream().map(task -> planner.barrier(reach, task, channel, others, now))
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The planned one, then others on which a message may be about all of it. */
    List<String> channels(List<String> ready) {
        return Stream.concat(Stream.of(announced.channel()), ready.stream().filter(
                channel -> tasks.stream().allMatch(task -> task.channels().contains(channel)))).distinct().toList();
    }
}
