// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huifang.api.Job;
import org.huifang.api.archive.Reach;
import org.huifang.api.archive.Reachability;
import org.huifang.api.channel.Message;
import org.huifang.api.channel.Receipt;
import org.huifang.api.channel.RevisitChannel;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.OtherContacts;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/**
 * Brings raisers what they are told, on a channel that they may be reached on at this hour. What no channel takes stands
 * on their own page alone, and the reason beside it.
 */
@Component
public final class SendMessages implements Job {
    static final String NAME = "ticket.send";
    private static final int BATCH = 200;
    private static final String PURPOSE = "revisit";
    private static final List<String> ORDER = List.of("wechat", "email", "lms", "sms");
    private static final Duration LATER = Duration.ofMinutes(15);
    private static final Duration FAR_LATER = Duration.ofHours(12);
    /** Old news is no news. */
    private static final Duration PATIENCE = Duration.ofDays(14);

    private final TicketStore store;
    private final Working working;
    private final Tokens tokens;
    private final Settings settings;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable Reachability reachability;

    /** Without it nobody knows how often the raiser was contacted already, so nothing is sent. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable OtherContacts limits;

    @Reference
    volatile List<Map.Entry<Map<String, Object>, RevisitChannel>> channels = List.of();

    @Activate
    public SendMessages(@Reference TicketStore store, @Reference Working working, @Reference Tokens tokens,
            @Reference Settings settings) {
        this.store = store;
        this.working = working;
        this.tokens = tokens;
        this.settings = settings;
    }

    SendMessages(TicketStore store, Working working, Tokens tokens, Settings settings, Reachability reachability,
            OtherContacts limits) {
        this(store, working, tokens, settings);
        this.reachability = reachability;
        this.limits = limits;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean run() {
        Reachability there = reachability;
        OtherContacts within = limits;
        if (there == null || within == null) {
            return false;
        }
        Instant now = working.now();
        List<Post> waiting = store.ofAll(sql -> Post.waiting(sql, now, BATCH));
        for (Post post : waiting) {
            Reach reach = there.of(post.tenant(), List.of(post.learner()), Set.of(PURPOSE), now).get(post.learner());
            Sent sent = reach == null ? Sent.not("no-channel", null) : send(post, reach, within, now);
            store.of(post.tenant(), sql -> sent.channel.isEmpty()
                    ? post.failed(sql, sent.why, post.at().plus(PATIENCE).isBefore(now) ? null : sent.next)
                    : post.sent(sql, now, sent.channel));
        }
        return waiting.size() == BATCH;
    }

    /** What became of a message: the channel that took it, or why none did and when to try again. */
    private record Sent(String channel, String why, @Nullable Instant next) {
        static Sent not(String why, @Nullable Instant next) {
            return new Sent("", why, next);
        }
    }

    private Sent send(Post post, Reach reach, OtherContacts within, Instant now) {
        Case about = store.of(post.tenant(), sql -> Cases.find(sql, post.tenant(), post.ticket())).orElseThrow();
        Sent last = Sent.not("no-channel", now.plus(FAR_LATER));
        for (String name : wanted(reach)) {
            Optional<RevisitChannel> channel = ready(channels, name);
            String to = reach.points().get(name);
            if (channel.isEmpty() || to == null) {
                continue;
            }
            if (!reach.may(PURPOSE, name)) {
                last = Sent.not("no-consent", now.plus(FAR_LATER));
                continue;
            }
            String key = "ticket:" + post.id();
            Optional<Hold> hold = within.barrier(post.tenant(), post.learner(), PURPOSE, name, key, now);
            if (hold.isPresent()) {
                last = held(hold.get(), now);
                continue;
            }
            Letters letters = Letters.of(reach.language());
            var message = new Message(post.tenant(), key, post.learner(), to, letters.tag(),
                    letters.subject(post.kind(), about.raised().title()), letters.body(post, about, link(post)));
            within.counts(post.tenant(), post.learner(), name, key, now);
            Receipt receipt = channel.get().send(message);
            if (receipt instanceof Receipt.Accepted) {
                return new Sent(name, "", null);
            }
            within.countsNot(post.tenant(), key);
            if (receipt instanceof Receipt.Later) {
                // it may have been taken all the same: on another channel it could come twice
                return Sent.not("refused", now.plus(LATER));
            }
            if (last.next() == null || last.why().equals("no-channel")) {
                last = Sent.not("refused", null);
            }
        }
        return last;
    }

    private static Sent held(Hold hold, Instant now) {
        String why = switch (hold.reason()) {
            case QUIET_HOURS, BLACKOUT -> "quiet";
            case CAP -> "cap";
            default -> "no-consent";
        };
        Instant until = hold.until();
        boolean soon = why.equals("quiet");
        return Sent.not(why, until != null && until.isAfter(now) ? until : now.plus(soon ? LATER : FAR_LATER));
    }

    private String link(Post post) {
        return settings.link("/t/" + tokens.of(post.ticket()));
    }

    /** The preferred one first. */
    private static Iterable<String> wanted(Reach reach) {
        var names = new LinkedHashSet<String>();
        String preferred = reach.channel();
        if (preferred != null && ORDER.contains(preferred)) {
            names.add(preferred);
        }
        names.addAll(ORDER);
        return new ArrayList<>(names);
    }

    /** The channel of this name that can take something now. */
    static Optional<RevisitChannel> ready(List<Map.Entry<Map<String, Object>, RevisitChannel>> channels, String name) {
        return channels.stream().filter(one -> name.equals(one.getKey().get("channel"))).map(Map.Entry::getValue)
                .filter(RevisitChannel::ready).findFirst();
    }
}
