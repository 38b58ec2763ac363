// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.ticket.Asked;
import org.huifang.api.ticket.Confirmations;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The raisers' problems as this face sees them; as with {@link Sheets}, what keeps them may be away for a moment. */
@Component(service = Issues.class)
public final class Issues {
    private static final Logger LOG = LoggerFactory.getLogger(Issues.class);
    private static final String TOKEN = "[A-Za-z0-9_-]{20,200}";
    private static final String HOW = "link";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable Confirmations confirmations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable LearnerArchive archive;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable Calendars calendars;

    Issue open(String token) {
        return ask(token, service -> service.open(token));
    }

    Issue solved(String token) {
        return ask(token, service -> service.solved(token, HOW));
    }

    Issue notSolved(String token, String comment) {
        return ask(token, service -> service.notSolved(token, comment, HOW));
    }

    private Issue ask(String token, Function<Confirmations, Optional<Asked>> question) {
        Confirmations there = confirmations;
        if (!token.matches(TOKEN)) {
            return new Issue.Unknown();
        }
        if (there == null) {
            return new Issue.Away();
        }
        try {
            return question.apply(there).<Issue>map(asked -> new Issue.Here(asked, zone(asked), course(asked)))
                    .orElseGet(Issue.Unknown::new);
        } catch (RuntimeException e) {
            LOG.warn("a problem could not be read, or its raiser's word not kept", e);
            return new Issue.Away();
        }
    }

    private ZoneId zone(Asked asked) {
        Calendars there = calendars;
        return there == null
                ? ZoneOffset.UTC
                : orNothing(() -> Optional.of(there.work(asked.tenant()).zone())).orElse(ZoneOffset.UTC);
    }

    private String course(Asked asked) {
        LearnerArchive there = archive;
        UUID course = asked.course();
        return there == null || course == null
                ? ""
                : orNothing(() -> there.course(asked.tenant(), course).map(Course::title)).orElse("");
    }

    private static <T> Optional<T> orNothing(Supplier<Optional<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            LOG.warn("a problem is shown without its course, or in universal time", e);
            return Optional.empty();
        }
    }
}
