// SPDX-License-Identifier: Apache-2.0
package org.huifang.oneroster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.intake.RosterIntake;
import org.huifang.api.intake.RosterRecord;
import org.huifang.api.intake.RosterSource.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Reads one system, an answer at a time. What has come is laid by in the intake before the place is noted: whatever
 * breaks off goes on where it was, and an answer that comes twice counts once.
 */
final class Reading {
    /** What changed while the last reading began may have been committed late. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final Site site;
    private final Provider provider;
    private final PullStore store;
    private final RosterIntake intake;
    private final InstantSource clock;

    Reading(Site site, Provider provider, PullStore store, RosterIntake intake, InstantSource clock) {
        this.site = site;
        this.provider = provider;
        this.store = store;
        this.intake = intake;
        this.clock = clock;
    }

    /** One answer; true when there is more to read at once. */
    boolean run() {
        Pull pull = store.of(site);
        Instant now = clock.instant();
        if (!provider.rested() || pull.run() == null && now.isBefore(pull.next())) {
            return false;
        }
        UUID run = pull.run();
        if (run == null) {
            run = intake.begin(site.tenant(), site.list(), site.name());
            pull = pull.begin(run, since(pull, now));
            store.keep(site, pull);
        }
        Records records = Records.values()[pull.collection()];
        return switch (provider.page(records.collection(), pull.offset(), pull.since())) {
            case Answer.Failed failed -> {
                store.keep(site, pull.troubled(failed.trouble(), failed.detail()));
                yield false;
            }
            case Answer.Page page -> take(pull, run, records, page, now);
        };
    }

    private @Nullable Instant since(Pull pull, Instant now) {
        Instant done = pull.done();
        Instant whole = pull.whole();
        return done == null || whole == null || !now.isBefore(whole.plus(site.wholeEvery()))
                ? null
                : done.minus(OVERLAP);
    }

    private boolean take(Pull pull, UUID run, Records records, Answer.Page page, Instant now) {
        List<RosterRecord> read = new ArrayList<>();
        try {
            for (JsonNode one : page.records()) {
                read.add(records.read(one));
            }
        } catch (IllegalArgumentException e) {
            return given(pull, run, Trouble.UNREADABLE, String.valueOf(e.getMessage()), now);
        }
        if (page.last() && pull.offset() + read.size() < page.total()) {
            return given(pull, run, Trouble.INCOMPLETE, records.collection(), now);
        }
        for (int from = 0; from < read.size(); from += 1_000) {
            intake.add(site.tenant(), run, read.subList(from, Math.min(read.size(), from + 1_000)));
        }
        Pull next = pull.came(read.size(), after(pull.done(), Objects.requireNonNullElse(page.date(), now)),
                page.last());
        if (next.collection() < Records.values().length) {
            store.keep(site, next);
            return true;
        }
        boolean news = intake.commit(site.tenant(), run, next.since() == null ? next.asOf() : null);
        store.keep(site, next.ended(now, news, now.plus(site.every())));
        return false;
    }

    /** Its clock tells seconds: two readings in one of them come one after the other all the same. */
    private static Instant after(@Nullable Instant done, Instant date) {
        return done != null && !date.isAfter(done) ? done.plusMillis(1) : date;
    }

    /** Half a roster would end those of the other half: it is read again from its beginning, later. */
    private boolean given(Pull pull, UUID run, Trouble trouble, String detail, Instant now) {
        intake.abandon(site.tenant(), run);
        store.keep(site, pull.given(trouble, detail, now.plus(site.every())));
        return false;
    }
}
