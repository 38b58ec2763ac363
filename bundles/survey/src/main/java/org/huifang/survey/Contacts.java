// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Reach;
import org.huifang.api.archive.Reachability;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.consent.Policies;
import org.huifang.api.revisit.Notice;
import org.huifang.api.revisit.Notices;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The notices as this face sees them; as with {@link Sheets}, what keeps them may be away for a moment. */
@Component(service = Contacts.class)
public final class Contacts {
    private static final Logger LOG = LoggerFactory.getLogger(Contacts.class);
    private static final String TOKEN = "[A-Za-z0-9_-]{20,200}";

    private final InstantSource clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable Notices notices;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable LearnerArchive archive;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable Reachability reachability;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable Calendars calendars;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable Policies policies;

    @Activate
    public Contacts(@Reference InstantSource clock) {
        this.clock = clock;
    }

    Contact open(String token) {
        return ask(token, service -> service.open(token));
    }

    /** Does what was said; what cannot be chosen any more changes nothing. */
    Contact say(String token, Said said) {
        return switch (said) {
            case Said.Confirm confirm -> ask(token, service -> service.confirm(token));
            case Said.Move(var at) -> ask(token, service -> service.move(token, at));
            case Said.Change(String channel) -> ask(token, service -> service.change(token, channel));
            case Said.Decline decline -> ask(token, service -> service.decline(token));
            case Said.Nothing nothing -> new Contact.NotOffered();
        };
    }

    private Contact ask(String token, Function<Notices, Optional<Notice>> question) {
        Notices there = notices;
        if (!token.matches(TOKEN)) {
            return new Contact.Unknown();
        }
        if (there == null) {
            return new Contact.Away();
        }
        try {
            return question.apply(there).map(this::here).orElseGet(Contact.Unknown::new);
        } catch (IllegalArgumentException notOffered) {
            return new Contact.NotOffered();
        } catch (RuntimeException e) {
            LOG.warn("a notice could not be read, or what was said to it not kept", e);
            return new Contact.Away();
        }
    }

    private Contact here(Notice notice) {
        var courses = new HashMap<UUID, String>();
        LearnerArchive there = archive;
        if (there != null) {
            notice.about().forEach(about -> orNothing(() -> there.course(notice.tenant(), about.course()))
                    .map(Course::title).ifPresent(title -> courses.put(about.course(), title)));
        }
        return new Contact.Here(notice, zone(notice), courses, school(notice));
    }

    private String school(Notice notice) {
        Policies there = policies;
        return there == null
                ? ""
                : orNothing(() -> Optional.of(there.schoolName(notice.tenant(), notice.at()))).orElse("");
    }

    private ZoneId zone(Notice notice) {
        Reachability reach = reachability;
        Calendars work = calendars;
        Optional<ZoneId> theirs = reach == null
                ? Optional.empty()
                : orNothing(() -> Optional.ofNullable(reach.of(notice.tenant(), List.of(notice.learner()),
                        Set.of("revisit"), clock.instant()).get(notice.learner())).map(Reach::zone));
        return theirs.or(() -> work == null
                ? Optional.empty()
                : orNothing(() -> Optional.of(work.work(notice.tenant()).zone()))).orElse(ZoneOffset.UTC);
    }

    private static <T> Optional<T> orNothing(Supplier<Optional<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            LOG.warn(
                    "a notice is shown without the title of a course or the name of the school, or in the zone of the school",
                    e);
            return Optional.empty();
        }
    }
}
