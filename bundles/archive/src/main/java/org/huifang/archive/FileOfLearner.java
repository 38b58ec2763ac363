// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.PersonKey;

/** Puts together what is known of a person now. */
final class FileOfLearner {
    static final Class<?>[] ENTITIES = {LearnerRow.class, KeyRow.class, ValueRow.class, CourseRow.class,
            EnrolmentRow.class};

    private static final Comparator<Enrolment> NEWEST_ACTIVE_FIRST = Comparator
            .comparing((Enrolment enrolment) -> enrolment.lastActivity() == null
                    ? enrolment.enrolled()
                    : enrolment.lastActivity())
            .reversed().thenComparing(Enrolment::course);

    private FileOfLearner() {
    }

    static Optional<LearnerFile> read(Session session, UUID learner) {
        return Optional.ofNullable(session.find(LearnerRow.class, learner)).map(row -> new LearnerFile(row.id, row.name,
                values(session, learner), enrolments(session, learner), keys(session, learner)));
    }

    /** Of several sources the one that spoke last. */
    private static List<FieldValue> values(Session session, UUID learner) {
        Map<String, FieldValue> newest = new LinkedHashMap<>();
        session.createSelectionQuery("""
            from ValueRow where learner = :learner and superseded is null order by field, since desc, source""",
                ValueRow.class).setParameter("learner", learner).getResultList().forEach(row -> newest
                        .putIfAbsent(row.field, new FieldValue(row.field, row.value, row.source, row.since)));
        return List.copyOf(newest.values());
    }

    private static List<Enrolment> enrolments(Session session, UUID learner) {
        return session
                .createSelectionQuery("from EnrolmentRow e join fetch e.of where e.id.learner = :learner",
                        EnrolmentRow.class)
                .setParameter("learner", learner).getResultList().stream().map(EnrolmentRow::shown)
                .sorted(NEWEST_ACTIVE_FIRST).toList();
    }

    private static List<PersonKey> keys(Session session, UUID learner) {
        return session
                .createSelectionQuery("from KeyRow where learner = :learner order by id.source, id.subject",
                        KeyRow.class)
                .setParameter("learner", learner).getResultList().stream()
                .map(row -> new PersonKey(row.id.source(), row.id.subject())).toList();
    }
}
