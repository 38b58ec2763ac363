// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.archive.Reach;
import org.huifang.api.care.Greeted.Reason;
import org.huifang.api.care.Greeting;
import org.huifang.api.care.Greetings;
import org.huifang.api.channel.Message;
import org.huifang.api.channel.Receipt;
import org.huifang.api.channel.RevisitChannel;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.OtherContacts;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a greeting to a channel, the preferred one first, when consent, hours and caps let it pass. */
@Component(service = Carrying.class)
public final class Carrying {
    /** Text messages are not among them: providers take no wishes for them. */
    static final List<String> ORDER = List.of("wechat", "email", "lms");
    private static final Duration SOON = Duration.ofMinutes(15);
    /** Consent and caps: they change with what people do. */
    private static final Duration LATER = Duration.ofHours(1);

    private final CareStore store;
    private final Writing writing;
    private final OtherContacts limits;

    @Reference
    volatile List<Map.Entry<Map<String, Object>, RevisitChannel>> channels = List.of();

    @Activate
    public Carrying(@Reference CareStore store, @Reference Writing writing, @Reference OtherContacts limits) {
        this.store = store;
        this.writing = writing;
        this.limits = limits;
    }

    Fate carry(Owed owed, UUID claim, Greeting greeting, Reach person, Instant now) {
        Fate.@Nullable Waits first = null;
        for (String name : wanted(owed, person)) {
            Optional<RevisitChannel> channel = channel(name);
            String to = person.points().get(name);
            if (channel.isEmpty() || to == null) {
                continue;
            }
            Optional<Hold> hold = limits.barrier(owed.tenant(), person.person(), Greetings.PURPOSE, name, owed.key(),
                    now);
            if (hold.isPresent()) {
                first = first == null ? held(hold.get(), owed, now) : first;
                continue;
            }
            Message message = writing.message(owed, greeting, person, to);
            if (!store.of(owed.tenant(), sql -> OwedTable.trying(sql, owed, claim, name, now))) {
                return new Fate.Taken();
            }
            limits.counts(owed.tenant(), person.person(), name, owed.key(), now);
            switch (channel.get().send(message)) {
                case Receipt.Accepted _ -> {
                    return new Fate.Sent(name);
                }
                case Receipt.Later _ -> {
                    limits.countsNot(owed.tenant(), owed.key());
                    // it stays with this one, so that nobody gets it on two channels
                    return new Fate.Waits(Reason.CHANNEL, name, now.plus(SOON));
                }
                case Receipt.Refused _ -> {
                    limits.countsNot(owed.tenant(), owed.key());
                    first = first == null ? new Fate.Waits(Reason.REFUSED, null, owed.ends()) : first;
                }
            }
        }
        if (first != null) {
            return first;
        }
        return owed.trying() != null
                ? new Fate.Waits(owed.reason() == null ? Reason.UNCLEAR : owed.reason(), owed.trying(), now.plus(SOON))
                : new Fate.Waits(unreached(person), null, now.plus(LATER));
    }

    /** Who did not agree is told of as such, also where no channel is set up. */
    private static Reason unreached(Reach person) {
        List<Reach.Barrier> barriers = ORDER.stream()
                .flatMap(name -> Optional.ofNullable(
                        person.barriers().getOrDefault(Greetings.PURPOSE, Map.of()).get(name)).stream())
                .toList();
        return barriers.size() < ORDER.size() ? Reason.NO_CONTACT_POINT : switch (barriers.getFirst()) {
            case NO_CONSENT -> Reason.NO_CONSENT;
            case WITHDRAWN -> Reason.WITHDRAWN;
            case MINOR -> Reason.MINOR;
            case DO_NOT_CONTACT -> Reason.DO_NOT_CONTACT;
        };
    }

    /** The preferred one first; one that it was given to already may have taken it, so only that one. */
    private static Iterable<String> wanted(Owed owed, Reach person) {
        String trying = owed.trying();
        if (trying != null) {
            return List.of(trying);
        }
        var names = new LinkedHashSet<String>();
        String preferred = person.channel();
        if (preferred != null && ORDER.contains(preferred)) {
            names.add(preferred);
        }
        names.addAll(ORDER);
        return names;
    }

    private Optional<RevisitChannel> channel(String name) {
        return channels.stream().filter(one -> name.equals(one.getKey().get("channel"))).map(Map.Entry::getValue)
                .filter(RevisitChannel::ready).findFirst();
    }

    private static Fate.Waits held(Hold hold, Owed owed, Instant now) {
        Reason reason = switch (hold.reason()) {
            case QUIET_HOURS -> Reason.QUIET_HOURS;
            case BLACKOUT -> Reason.BLACKOUT;
            case CAP -> Reason.CAP;
            case NO_CONSENT -> Reason.NO_CONSENT;
            case WITHDRAWN -> Reason.WITHDRAWN;
            case DO_NOT_CONTACT -> Reason.DO_NOT_CONTACT;
            case MINOR -> Reason.MINOR;
            case NO_CONTACT_POINT, NO_AGENT -> Reason.NO_CONTACT_POINT;
        };
        Duration pause = reason == Reason.QUIET_HOURS || reason == Reason.BLACKOUT ? SOON : LATER;
        Instant until = hold.until();
        Instant next = until != null && until.isAfter(now) ? until : now.plus(pause);
        // what it was given to and did not answer may have arrived, whatever stands in the way since
        return owed.trying() != null && owed.reason() != null
                ? new Fate.Waits(owed.reason(), owed.trying(), next)
                : new Fate.Waits(reason, null, next);
    }
}
