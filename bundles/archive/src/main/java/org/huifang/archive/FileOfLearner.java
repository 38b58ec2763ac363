// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.PersonKey;
import org.huifang.persistence.Sql;

/** Puts together what is known of a person now. */
final class FileOfLearner {
    static final Class<?>[] ENTITIES = {LearnerRow.class, KeyRow.class, CourseRow.class, EnrolmentRow.class};
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
            Values.Current values = session.doReturningWork(connection -> {
                var sql = new Sql(connection);
                for (UUID learner : learners) {
                    List<UUID> own = Merges.parts(sql, tenant, learner);
                    if (own.isEmpty()) {
                        return null;
                    }
                    parts.addAll(own);
                }
                return Values.current(sql, tenant, List.copyOf(parts));
            });
            return values == null ? Optional.empty() : Optional.of(read(session, List.copyOf(parts), values));
        }));
    }

    private static LearnerFile read(Session session, List<UUID> parts, Values.Current values) {
        LearnerRow row = session.find(LearnerRow.class, parts.getFirst());
        return file(row.id, row.name, values, enrolments(session, parts), keys(session, parts), parts);
    }

    static LearnerFile file(UUID id, String name, Values.Current values, List<Enrolment> enrolments,
            List<PersonKey> keys, List<UUID> parts) {
        return new LearnerFile(id, name, List.copyOf(values.winners().values()), values.others(), enrolments, keys,
                parts);
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
