// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Jobs;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Reach;
import org.huifang.api.archive.Reachability;
import org.huifang.api.revisit.Notice;
import org.huifang.api.revisit.Notices;
import org.huifang.api.revisit.Planned;
import org.huifang.api.revisit.State;
import org.huifang.persistence.Sql;
import org.huifang.revisit.planner.Contact;
import org.huifang.revisit.planner.Planner;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notices: contacts as their learners see them, and what they say to them. */
@Component
public final class SqlNotices implements Notices {
    /** How soon and how far ahead another time can be chosen, how far apart the choices lie, and how many there are. */
    private static final Duration SOONEST = Duration.ofHours(1);
    private static final Duration AHEAD = Duration.ofDays(10);
    private static final Duration APART = Duration.ofHours(5);
    private static final int MOST_TIMES = 8;

    private static final String PLANNED = """
        select distinct c.id, c.at from revisit.contact c join revisit.obligation o on o.contact = c.id
        where o.tenant = ? and o.learner = any (?::uuid[]) and o.state in ('SCHEDULED', 'DUE') and not c.over
            and o.kind <> 'QUESTIONNAIRE' order by c.at, c.id""";

    private final RevisitStore store;
    private final Tokens tokens;
    private final Planners planners;
    private final InstantSource clock;
    private final Telling telling;
    private final Jobs jobs;
    private final Settings settings;
    private final Owners owners;

    @Activate
    public SqlNotices(@Reference RevisitStore store, @Reference Tokens tokens, @Reference Planners planners,
            @Reference InstantSource clock, @Reference Telling telling, @Reference Jobs jobs,
            @Reference Settings settings, @Reference Owners owners) {
        this.store = store;
        this.tokens = tokens;
        this.planners = planners;
        this.clock = clock;
        this.telling = telling;
        this.jobs = jobs;
        this.settings = settings;
        this.owners = owners;
    }

    @Override
    public Optional<Notice> open(String token) {
        return tokens.contact(token).flatMap(this::notice);
    }

    @Override
    public Optional<Notice> confirm(String token) {
        return say(token, "confirmed", Planned.Notified.CONFIRMED, null, null);
    }

    @Override
    public Optional<Notice> move(String token, Instant at) {
        Optional<Notice> now = open(token);
        if (now.isPresent() && !now.get().times().contains(at) && !now.get().at().equals(at)) {
            throw new IllegalArgumentException("this time is none of those to choose from");
        }
        return say(token, "moved", Planned.Notified.MOVED, at, null);
    }

    @Override
    public Optional<Notice> change(String token, String channel) {
        Optional<Notice> now = open(token);
        if (now.isPresent() && !now.get().channels().contains(channel) && !now.get().channel().equals(channel)) {
            throw new IllegalArgumentException("this channel is none of those to choose from");
        }
        return say(token, "channel", Planned.Notified.MOVED, null, channel);
    }

    @Override
    public Optional<Notice> decline(String token) {
        return say(token, "declined", Planned.Notified.DECLINED, null, null);
    }

    @Override
    public List<Notice> of(TenantId tenant, Collection<UUID> learners) {
        List<UUID> contacts = store.of(tenant, sql -> sql.list(PLANNED, row -> Sql.id(row, "id"), tenant.value(),
                learners.toArray(UUID[]::new)));
        return contacts.stream().flatMap(contact -> notice(contact).stream()).toList();
    }

    private Optional<Notice> say(String token, String answer, Planned.Notified said, @Nullable Instant at,
            @Nullable String channel) {
        Optional<UUID> contact = tokens.contact(token);
        if (contact.isEmpty()) {
            return Optional.empty();
        }
        Instant now = Place.storable(clock.instant());
        Set<PlaceKey> changed = new HashSet<>();
        store.persistentlyAll(sql -> {
            changed.clear();
            if (said == Planned.Notified.CONFIRMED) {
                afterAll(sql, contact.get(), now);
            }
            Announced announced = Announced.lock(sql, contact.get());
            boolean again = announced != null && announced.notified() == said
                    && (at == null || at.equals(announced.at()))
                    && (channel == null || channel.equals(announced.channel()));
            if (announced != null && !announced.over() && !announced.open().isEmpty() && !again) {
                answer(sql, announced, answer, said, at, channel, now);
                announced.open().forEach(owed -> changed.add(owed.place()));
            }
            return contact;
        });
        if (!changed.isEmpty()) {
            jobs.wake(RelayFacts.NAME);
            jobs.wake(PlanContacts.NAME);
            jobs.wake(OpenRevisits.NAME);
            telling.changed(changed);
        }
        return notice(contact.get());
    }

    /** Whoever declined and wants to be contacted after all is owed it again, as far as it still is. */
    private void afterAll(Sql sql, UUID contact, Instant now) throws SQLException {
        Announced before = Announced.find(sql, contact).orElse(null);
        if (before == null || !before.over() || before.notified() != Planned.Notified.DECLINED) {
            return;
        }
        TenantId tenant = before.tenant();
        List<Owed> opened = new Reopening(sql, tenant, settings.planning(tenant), now, owners)
                .reopen(before.about().stream().map(Owed::id).toList(), owed -> owed.state() == State.DECLINED, null);
        if (!opened.isEmpty()) {
            sql.update("update revisit.contact set over = false where id = ?", contact);
        }
    }

    private static void answer(Sql sql, Announced announced, String answer, Planned.Notified said,
            @Nullable Instant at, @Nullable String channel, Instant now) throws SQLException {
        sql.update("update revisit.contact set notified = ?, at = coalesce(?, at), channel = coalesce(?, channel),"
                + " chosen = true, over = ? where id = ?", said.name(), at, channel,
                said == Planned.Notified.DECLINED, announced.id());
        List<Told> told = new ArrayList<>();
        List<Owed> after = new ArrayList<>();
        for (Owed owed : announced.open()) {
            told.add(Told.noticeAnswered(owed, answer, now));
            if (said == Planned.Notified.DECLINED) {
                after.add(owed.settled(State.DECLINED, now));
            } else if (at != null && at.isAfter(owed.due())) {
                // They chose the later day themselves.
                after.add(owed.agreed(new Window(at, at)));
            }
        }
        Obligations.save(sql, after);
        Replan.ask(sql, announced.open());
        Outbox.add(sql, told);
    }

    private Optional<Notice> notice(UUID contact) {
        Announced announced = store.ofAll(sql -> Announced.find(sql, contact)).orElse(null);
        if (announced == null || announced.about().isEmpty()) {
            return Optional.empty();
        }
        Instant now = Place.storable(clock.instant());
        TenantId tenant = announced.tenant();
        boolean open = !announced.over() && !announced.open().isEmpty();
        Reachability files = planners.reachability();
        Planner planner = planners.of(tenant);
        Reach reach = files == null
                ? null
                : Announced.reach(files.of(tenant, Announced.learners(announced.about()),
                        PlanContacts.PURPOSES, now), announced.person(), announced.about());
        List<Instant> times = List.of();
        List<String> channels = List.of();
        if (open && reach != null && planner != null) {
            List<Contact> others = store.of(tenant, sql -> Announced.others(sql, announced.person(), contact,
                    now.minus(planners.longestCap(tenant))));
            var tasks = announced.tasks(planners);
            // not before all of it is owed: at such a time nobody would find it in the queue
            Instant from = announced.open().stream().map(Owed::opens).reduce(now.plus(SOONEST),
                    (a, b) -> a.isAfter(b) ? a : b);
            times = planner.times(reach, tasks, announced.channel(), others, from, from.plus(AHEAD), APART,
                    MOST_TIMES).stream().filter(at -> !at.equals(announced.at())).toList();
            channels = Reachability.CHANNELS.stream().filter(c -> !c.equals(announced.channel()))
                    .filter(c -> reach.points().containsKey(c) && announced.open().stream()
                            .allMatch(owed -> planners.choices(owed.kind()).contains(c)))
                    .filter(c -> tasks.stream().allMatch(task -> reach.may(task.purpose(), c))).toList();
        }
        List<Owed> about = open ? announced.open() : announced.about();
        return Optional.of(new Notice(tenant, tokens.notice(contact), about.getFirst().learner(),
                about.stream().map(o -> new Notice.About(o.id(), o.step(), o.title(), o.course(), o.kind())).toList(),
                announced.channel(), announced.at(), about.stream().mapToInt(Owed::minutes).sum(),
                status(announced, open), times, channels));
    }

    private static Notice.Status status(Announced announced, boolean open) {
        return switch (announced.notified()) {
            case DECLINED -> Notice.Status.DECLINED;
            case CONFIRMED -> open ? Notice.Status.CONFIRMED : Notice.Status.OVER;
            case MOVED -> open ? Notice.Status.MOVED : Notice.Status.OVER;
            case NOT_YET, SENT -> open ? Notice.Status.OPEN : Notice.Status.OVER;
        };
    }
}
