// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.Job;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Receipt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells once what no hook can: when the first people were born, how they like to be reached, what they agreed to and what
 * they refused, so that limits and care can be seen.
 */
@Component
public final class IntroducePeople implements Job {
    static final String NAME = "demo.people";
    private static final String DONE = "introduced";
    private final DemoStore store;
    private final Campus campus;
    private final Classroom classroom;
    private final LearnerArchive archive;
    private final InstantSource clock;

    @Activate
    public IntroducePeople(@Reference DemoStore store, @Reference Campus campus, @Reference Classroom classroom,
            @Reference LearnerArchive archive, @Reference InstantSource clock) {
        this.store = store;
        this.campus = campus;
        this.classroom = classroom;
        this.archive = archive;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(20);
    }

    @Override
    public boolean run() {
        if (store.setting(DONE).isPresent()) {
            return false;
        }
        Instant now = clock.instant();
        var people = new SamplePeople(campus.source(), classroom.start(), now);
        // a run that was cut short says it again, which changes nothing, and learns whose files these are
        if (archive.record(new Delivery(DemoStore.TENANT, campus.source(), "people-" + UUID.randomUUID(),
                people.described())) instanceof Receipt.Recorded recorded) {
            Map<String, UUID> files = recorded.people().entrySet().stream()
                    .collect(Collectors.toMap(one -> subject(one.getKey()), Map.Entry::getValue));
            archive.record(new Delivery(DemoStore.TENANT, "learner", "demo-words", people.said(files)));
            store.keep(DONE, now.toString());
        }
        return false;
    }

    private static String subject(PersonKey key) {
        return key.subject();
    }
}
