// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.huifang.api.Change;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Receipt;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.testing.TestDatabase;

/** An archive on a fresh database, and one course that facts are told of. */
final class Course101 implements AutoCloseable {
    static final TenantId TENANT = TenantId.DEFAULT;
    static final String SOURCE = "platform:4711";
    static final CourseKey COURSE = new CourseKey(SOURCE, "course-101");
    static final Instant MONDAY = Instant.parse("2026-09-07T08:00:00Z");

    final TestDatabase database = TestDatabase.start();
    final BlockingQueue<Change> told = new LinkedBlockingQueue<>();
    final ArchiveStore store = new ArchiveStore(
            database.open("archive", "org/huifang/archive/changelog.sql", FileOfLearner.ENTITIES));
    private final Announcer announcer = new Announcer(List.of(told::addAll));
    final GroupCommitArchive archive = another();
    final FileKeeping keeping = new KeepingFiles(store, announcer, job -> told.size());

    /** One more node on the same database. */
    GroupCommitArchive another() {
        return another(Duration.ofSeconds(30));
    }

    GroupCommitArchive another(Duration patience) {
        return new GroupCommitArchive(store, announcer, 3, 256, patience);
    }

    static PersonKey person(String subject) {
        return new PersonKey(SOURCE, subject);
    }

    static Delivery delivery(String key, Fact... facts) {
        return new Delivery(TENANT, SOURCE, key, List.of(facts));
    }

    Receipt record(String key, Fact... facts) {
        return archive.record(delivery(key, facts));
    }

    static Fact enrolled(String subject, String name, Instant at) {
        return new Fact.Enrolled(COURSE, person(subject), Identity.of(name, subject + "@example.org"),
                CourseRole.LEARNER, at);
    }

    static Fact lesson(String subject, int progress, Instant at) {
        return new Fact.LessonCompleted(COURSE, person(subject), "Lesson at " + progress, progress, at);
    }

    static Fact finished(String subject, Instant at) {
        return new Fact.CourseFinished(COURSE, person(subject), at);
    }

    static Fact left(String subject, Instant at) {
        return new Fact.Left(COURSE, person(subject), at);
    }

    static Instant day(int days) {
        return MONDAY.plus(Duration.ofDays(days));
    }

    static UUID learner(Receipt receipt, String subject) {
        return ((Receipt.Recorded) receipt).people().get(person(subject));
    }

    static UUID course(Receipt receipt) {
        return ((Receipt.Recorded) receipt).courses().get(COURSE);
    }

    static long count(LearnerArchive archive) {
        return archive.count(TENANT, "");
    }

    @Override
    public void close() {
        archive.close();
        store.close();
        database.close();
    }
}
