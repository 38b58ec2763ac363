// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.huifang.api.Job;
import org.huifang.api.Jobs;
import org.huifang.api.channel.Message;
import org.huifang.api.channel.Receipt;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Planned;
import org.huifang.persistence.Sql;
import org.huifang.revisit.Waiting.Found;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells learners of contacts a day ahead, and sends invitations to questionnaires when their time comes. Limits are asked
 * once more before each message. That it counts as a contact is written first, then it is sent, then noted: when the
 * process dies in between, it counts, and is sent again with the same key.
 */
@Component
public final class TellAhead implements Job {
    /** So often a provider refuses a message, over about a day, until nobody believes any more that it is taken. */
    static final int MOST_TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(15);
    /**
     * So long before a call the learner is told at the earliest: where a cap keeps contacts a day apart, a notice goes out a
     * day before or not at all, and that moment may lie in the night.
     */
    static final Duration EARLIEST = Planners.NOTICE.plusHours(12);
    /** Who is told of a call later than so long before it is not told. */
    private static final Duration LATEST = Duration.ofHours(1);
    /** While a provider is away, or today's number of messages is reached. */
    private static final Duration AWAY = Duration.ofMinutes(5);
    /** So many messages under way; a provider takes its time for each. */
    private static final int AT_ONCE = 4;

    /** The learner is told by the platform: the page in the course shows the contact. */
    private static final String PLATFORM = "lms";

    private static final String REFUSED = """
        update revisit.obligation o set refused = refused + 1 from (select id from revisit.obligation
            where contact = ? and state in ('SCHEDULED', 'DUE') order by id for update) mine
        where o.id = mine.id returning o.refused""";

    private final RevisitStore store;
    private final InstantSource clock;
    private final Planners planners;
    private final Sending sending;
    private final Tokens tokens;
    private final Letters letters;
    private final Jobs jobs;
    private final Waiting notices;
    private final Waiting invitations;

    @Activate
    public TellAhead(@Reference RevisitStore store, @Reference InstantSource clock, @Reference Planners planners,
            @Reference Sending sending, @Reference Tokens tokens, @Reference Letters letters, @Reference Jobs jobs) {
        this.store = store;
        this.clock = clock;
        this.planners = planners;
        this.sending = sending;
        this.tokens = tokens;
        this.letters = letters;
        this.jobs = jobs;
        this.notices = Waiting.notices(store);
        this.invitations = Waiting.invitations(store);
    }

    @Override
    public String name() {
        return "revisit.tell";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(20);
    }

    @Override
    public boolean run() {
        if (!planners.there()) {
            return false;
        }
        Instant now = Place.storable(clock.instant());
        List<Found> ahead = notices.next(now);
        each(ahead, found -> tell(found, now));
        List<Found> inviting = invitations.next(now);
        each(inviting, found -> invite(found, now));
        if (!ahead.isEmpty() || !inviting.isEmpty()) {
            jobs.wake(RelayFacts.NAME);
            jobs.wake(PlanContacts.NAME);
        }
        return notices.more() || invitations.more();
    }

    /** One person's one after the other, as a message may leave no room for the next. */
    private static void each(List<Found> all, Consumer<Found> work) {
        Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        var free = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all.stream().collect(Collectors.groupingBy(Found::person, LinkedHashMap::new, Collectors.toList())).values()
                    .forEach(ones -> threads.execute(() -> {
                        free.acquireUninterruptibly();
                        try {
                            ones.forEach(work);
                        } catch (RuntimeException e) {
                            failures.add(e);
                        } finally {
                            free.release();
                        }
                    }));
        }
        RuntimeException failure = failures.peek();
        if (failure != null) {
            throw failure;
        }
    }

    private void tell(Found found, Instant now) {
        Approach one = Approach.of(store, planners, found, now);
        if (one == null) {
            again(found, now.plus(AWAY));
            return;
        }
        boolean tried = false;
        Instant permitted = null;
        for (String channel : sending.ready()) {
            String to = one.reach().points().get(channel);
            Hold hold = to == null ? null : one.barrier(channel, now);
            if (hold != null && hold.until() != null && (permitted == null || hold.until().isBefore(permitted))) {
                permitted = hold.until();
            }
            if (to == null || hold != null) {
                continue;
            }
            tried = true;
            Message message = letters.notice(one.announced(), one.reach(), channel, to, tokens.notice(found.contact()));
            counts(one, channel, now, message.key());
            Receipt receipt = sending.send(channel, message);
            if (!(receipt instanceof Receipt.Accepted)) {
                countsNot(found, message.key());
            }
            switch (receipt) {
                case Receipt.Accepted taken -> {
                    noted(one, channel, now);
                    return;
                }
                case Receipt.Refused refused -> {
                    // another channel may take it
                }
                case Receipt.Later later -> {
                    again(found, now.plus(AWAY));
                    return;
                }
            }
        }
        if (!tried && permitted != null && permitted.isBefore(one.announced().at().minus(LATEST))) {
            // at night nobody is told; in the morning there is time enough
            again(found, permitted.isAfter(now.plus(AWAY)) ? permitted : now.plus(AWAY));
        } else if (one.reach().points().containsKey(PLATFORM)) {
            noted(one, PLATFORM, now);
        } else if (tried) {
            notTaken(found, now);
        } else {
            again(found, now.plus(LATEST));
        }
    }

    private void invite(Found found, Instant now) {
        Approach one = Approach.of(store, planners, found, now);
        if (one == null) {
            again(found, now.plus(AWAY));
            return;
        }
        boolean tried = false;
        for (String channel : one.channels(sending.ready())) {
            String to = one.reach().points().get(channel);
            if (to == null || one.barrier(channel, now) != null) {
                continue;
            }
            tried = true;
            List<String> sheets = one.announced().open().stream().map(owed -> tokens.of(owed.id())).toList();
            Message message = letters.invitation(one.announced(), one.reach(), channel, to, sheets);
            counts(one, channel, now, message.key());
            Receipt receipt = sending.send(channel, message);
            if (receipt instanceof Receipt.Accepted) {
                invited(found, channel, now);
                return;
            }
            countsNot(found, message.key());
            if (receipt instanceof Receipt.Later) {
                // it may have been taken all the same: on another channel it could come twice
                again(found, now.plus(AWAY));
                return;
            }
        }
        if (tried) {
            refused(found, now);
        } else {
            // planned when it was permitted; it is planned for another time, and does not keep others waiting meanwhile
            again(found, now.plus(AWAY));
            store.ofAll(sql -> {
                Replan.ask(sql, one.announced().open());
                return found;
            });
        }
    }

    private void invited(Found found, String channel, Instant now) {
        store.ofAll(sql -> {
            Announced again = Announced.lock(sql, found.contact());
            if (again != null && !again.over()) {
                Contacts.invited(sql, again, channel, now);
            }
            return found;
        });
    }

    private void counts(Approach one, String channel, Instant now, String key) {
        store.ofAll(sql -> sql.update(Contacts.TOUCH, channel, now, key, one.announced().open().getFirst().id()));
    }

    private void countsNot(Found found, String key) {
        store.of(found.tenant(), sql -> sql.update("delete from revisit.touch where tenant = ? and key = ?",
                found.tenant().value(), key));
    }

    private void noted(Approach one, String channel, Instant now) {
        store.ofAll(sql -> {
            Announced again = Announced.lock(sql, one.announced().id());
            if (again != null && !again.over() && again.notified() == Planned.Notified.NOT_YET) {
                Contacts.told(sql, again, channel, now);
            }
            return one;
        });
    }

    /** Not before then; that a provider is away, or that it is night, says nothing about the message. */
    private void again(Found found, Instant at) {
        store.of(found.tenant(),
                sql -> sql.update("update revisit.contact set next_try = ? where id = ?", at, found.contact()));
    }

    /** Nobody takes the notice; each pause is four times as long as the one before. The call takes place all the same. */
    private void notTaken(Found found, Instant now) {
        store.of(found.tenant(), sql -> {
            int tries = sql
                    .list("select tries from revisit.contact where id = ?", row -> row.getInt(1), found.contact())
                    .stream().findFirst().orElse(0);
            return pause(sql, found, tries + 1, now);
        });
    }

    /** Nobody takes the invitation. After some times it is not sent any more; it lies open in the course all the same. */
    private void refused(Found found, Instant now) {
        store.ofAll(sql -> {
            List<Integer> times = sql.list(REFUSED, row -> row.getInt(1), found.contact());
            int most = times.stream().max(Integer::compare).orElse(1);
            if (most >= MOST_TRIES) {
                Contacts.undeliverable(sql, found.contact());
            }
            return pause(sql, found, most, now);
        });
    }

    private static int pause(Sql sql, Found found, int times, Instant now) throws SQLException {
        return sql.update("update revisit.contact set tries = tries + 1, next_try = ? where id = ?",
                now.plus(FIRST_PAUSE.multipliedBy(1L << 2 * (Math.min(times, MOST_TRIES) - 1))), found.contact());
    }
}
