// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.access.Masking;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Stage;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.persistence.Sql;

/**
 * A file as the archive knew it at a time, told anew from the timeline: what had been recorded by then is taken in the
 * order in which it was recorded, by the same rules as when it came. Sources rank as they do today.
 */
final class FileAsOf {
    private static final Comparator<PersonKey> BY_SOURCE = Comparator.comparing(PersonKey::source)
            .thenComparing(PersonKey::subject);

    private FileAsOf() {
    }

    static Optional<LearnerFile> read(Sql sql, TenantId tenant, UUID learner, Instant at) throws SQLException {
        List<UUID> parts = Merges.parts(sql, tenant, learner, at);
        List<TimelineEntry> told = Timeline.until(sql, tenant, parts, at);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        var sayings = new Sayings(List.of());
        var keys = new TreeSet<>(BY_SOURCE);
        for (TimelineEntry entry : told) {
            sayings.take(Saying.of(entry.fact(), entry.learner(), entry.source(), entry.recorded()));
            Optional.ofNullable(Withdrawal.of(entry.fact(), entry.learner(), entry.source()))
                    .ifPresent(sayings::withdraw);
            Optional.ofNullable(Entry.person(entry.fact())).ifPresent(keys::add);
        }
        var current = new Values.Current(Ranks.read(sql, tenant), sayings.current(),
                FoundWrong.told(told.stream().map(TimelineEntry::fact).toList()));
        Map<String, FieldValue> winners = current.winners();
        String name = Stream.of("name", "email").map(winners::get).filter(Objects::nonNull)
                .map(value -> Masking.value(value.field(), value.value())).findFirst()
                .orElseGet(() -> keys.isEmpty() ? learner.toString() : keys.first().subject());
        return Optional.of(FileOfLearner.file(parts.getFirst(), name, current, enrolments(sql, tenant, told),
                List.copyOf(keys), parts));
    }

    private static List<Enrolment> enrolments(Sql sql, TenantId tenant, List<TimelineEntry> told)
            throws SQLException {
        var titles = new HashMap<UUID, String>();
        List<EnrolmentChange> enrolled = EnrolmentChange.by(told.stream().map(entry -> new Entry(entry.fact(), "",
                new DeliveryKey(entry.source(), ""), entry.course(), entry.learner())).toList());
        for (EnrolmentChange change : enrolled) {
            Courses.one(sql, tenant, change.course()).forEach(course -> titles.put(course.id(), course.title()));
        }
        return enrolled.stream().map(change -> new Enrolment(change.course(),
                titles.getOrDefault(change.course(), ""), change.role(), change.stage(), change.progress(),
                change.enrolled(), change.activity(),
                change.stage() == Stage.LEFT ? change.left() : change.finished()))
                .sorted(FileOfLearner.NEWEST_ACTIVE_FIRST).toList();
    }
}
