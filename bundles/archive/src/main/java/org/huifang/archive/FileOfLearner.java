// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.PersonKey;
import org.huifang.persistence.Sql;

/** Puts together what is known of a person now. */
final class FileOfLearner {
    static final Class<?>[] ENTITIES = {LearnerRow.class, KeyRow.class, ValueRow.class, CourseRow.class,
            EnrolmentRow.class};
    static final Comparator<Enrolment> NEWEST_ACTIVE_FIRST = Comparator
            .comparing((Enrolment enrolment) -> enrolment.lastActivity() == null
                    ? enrolment.enrolled()
                    : enrolment.lastActivity())
            .reversed().thenComparing(Enrolment::course);

    private FileOfLearner() {
    }

    /**
     * The file of these learners together, under the name of the first.
     *
     * @return empty when one of them is unknown
     */
    static Optional<LearnerFile> read(ArchiveStore store, TenantId tenant, List<UUID> learners) {
        return ArchiveStore.available(() -> store.unit().read(tenant, session -> {
            var parts = new LinkedHashSet<UUID>();
            Ranks ranks = session.doReturningWork(connection -> {
                var sql = new Sql(connection);
                for (UUID learner : learners) {
                    List<UUID> own = Merges.parts(sql, tenant, learner);
                    if (own.isEmpty()) {
                        return null;
                    }
                    parts.addAll(own);
                }
                return Ranks.read(sql, tenant);
            });
            return ranks == null ? Optional.empty() : Optional.of(read(session, List.copyOf(parts), ranks));
        }));
    }

    private static LearnerFile read(Session session, List<UUID> parts, Ranks ranks) {
        LearnerRow row = session.find(LearnerRow.class, parts.getFirst());
        return file(row.id, row.name, values(session, parts), ranks, enrolments(session, parts), keys(session, parts),
                parts);
    }

    static LearnerFile file(UUID id, String name, Collection<FieldValue> current, Ranks ranks,
            List<Enrolment> enrolments, List<PersonKey> keys, List<UUID> parts) {
        Map<String, FieldValue> winners = ranks.winners(current);
        return new LearnerFile(id, name, List.copyOf(winners.values()), ranks.others(current, winners), enrolments,
                keys, parts);
    }

    private static List<FieldValue> values(Session session, List<UUID> parts) {
        return session.createSelectionQuery("from ValueRow where learner in :parts and superseded is null",
                ValueRow.class).setParameter("parts", parts).getResultList().stream().map(ValueRow::shown).toList();
    }

    private static List<Enrolment> enrolments(Session session, List<UUID> parts) {
        return session
                .createSelectionQuery("from EnrolmentRow e join fetch e.of where e.id.learner in :parts",
                        EnrolmentRow.class)
                .setParameter("parts", parts).getResultList().stream().map(EnrolmentRow::shown)
                .sorted(NEWEST_ACTIVE_FIRST).toList();
    }

    private static List<PersonKey> keys(Session session, List<UUID> parts) {
        return session
                .createSelectionQuery("from KeyRow where learner in :parts order by id.source, id.subject",
                        KeyRow.class)
                .setParameter("parts", parts).getResultList().stream()
                .map(row -> new PersonKey(row.id.source(), row.id.subject())).toList();
    }
}
