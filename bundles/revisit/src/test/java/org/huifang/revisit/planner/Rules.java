// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.archive.Reach;
import org.huifang.api.calendar.Cap;
import org.huifang.api.calendar.ContactHours;
import org.huifang.api.calendar.Span;
import org.jspecify.annotations.Nullable;

/** The limits as they are defined, word by word and without any of the planner's code. */
record Rules(Given given) {
    private static final Duration FURTHEST = Duration.ofDays(400);
    private static final Duration PART = Duration.ofDays(8);

    /** A contact on a channel at a moment. */
    record Met(String channel, Instant at) {}

    ZoneId zone() {
        return Objects.requireNonNullElse(given.reach().zone(), given.limits().zone());
    }

    Task task(UUID id) {
        return given.tasks().stream().filter(task -> task.id().equals(id)).findFirst().orElseThrow();
    }

    boolean reached(String channel) {
        return given.limits().hours().containsKey(channel)
                && !given.reach().points().getOrDefault(channel, "").isBlank();
    }

    boolean mayOn(Task task, String channel) {
        return reached(channel) && given.reach().may(task.purpose(), channel);
    }

    List<String> usable(Task task) {
        return task.channels().stream().filter(channel -> mayOn(task, channel)).toList();
    }

    boolean permitted(Task task, String channel, Instant at) {
        ContactHours hours = given.limits().hours().get(channel);
        return hours != null && hours.barrier(at, zone(), task.course()).isEmpty();
    }

    boolean late(Task task) {
        return task.due().isBefore(given.now());
    }

    Instant opens(Task task) {
        return task.opens().isAfter(given.now()) ? task.opens() : given.now();
    }

    boolean inTime(Task task, Instant at) {
        return !at.isBefore(task.opens()) && !at.isAfter(task.due());
    }

    Instant effective(Contact contact) {
        return contact.at().isBefore(given.now()) ? given.now() : contact.at();
    }

    List<Met> past() {
        return given.past().stream().map(contact -> new Met(contact.channel(), contact.at())).toList();
    }

    /** Past ones and those of a plan. */
    List<Met> all(List<Contact> planned) {
        return Stream.concat(past().stream(),
                planned.stream().map(contact -> new Met(contact.channel(), effective(contact)))).toList();
    }

    /** A cap that is broken in a stretch in which this contact, one of them, lies. */
    Optional<Cap> broken(List<Met> all, Met one) {
        return given.limits().caps().stream()
                .filter(cap -> cap.tag() == null || given.reach().tags().contains(cap.tag()))
                .filter(cap -> cap.channel() == null || cap.channel().equals(one.channel()))
                .filter(cap -> breaks(cap, all.stream()
                        .filter(met -> cap.channel() == null || cap.channel().equals(met.channel())).toList(), one))
                .findFirst();
    }

    private static boolean breaks(Cap cap, List<Met> counted, Met one) {
        Duration length = Duration.ofDays(cap.days());
        return counted.stream().map(Met::at)
                .filter(begin -> !begin.isAfter(one.at()) && begin.plus(length).isAfter(one.at()))
                .anyMatch(begin -> counted.stream()
                        .filter(met -> !met.at().isBefore(begin) && met.at().isBefore(begin.plus(length)))
                        .count() > cap.most());
    }

    boolean fits(List<Met> others, Met one) {
        return broken(Stream.concat(others.stream(), Stream.of(one)).toList(), one).isEmpty();
    }

    /** The first moment at which it is permitted and, with others given, no cap is broken; whatever begins then does. */
    Optional<Instant> first(Task task, Instant from, Instant until, @Nullable List<Met> others) {
        List<String> usable = usable(task);
        Instant end = until.isBefore(from.plus(FURTHEST)) ? until : from.plus(FURTHEST);
        for (Instant part = from; !part.isAfter(end); part = part.plus(PART)) {
            for (Instant at : begins(usable, part, others)) {
                if (!at.isAfter(end) && usable.stream().anyMatch(channel -> permitted(task, channel, at)
                        && (others == null || fits(others, new Met(channel, at))))) {
                    return Optional.of(at);
                }
            }
        }
        return Optional.empty();
    }

    /** The moments of a few days at which something can become possible that was not so before. */
    private Set<Instant> begins(List<String> usable, Instant from, @Nullable List<Met> others) {
        Set<Instant> begins = new TreeSet<>();
        ZoneId zone = zone();
        LocalDate first = from.atZone(zone).toLocalDate().minusDays(1);
        for (int n = 0; n < PART.toDays() + 3; n++) {
            LocalDate day = first.plusDays(n);
            begins.add(day.atStartOfDay(zone).toInstant());
            for (String channel : usable) {
                ContactHours hours = given.limits().hours().get(channel);
                for (LocalTime time : Stream.concat(hours.allowed().stream().map(Span::from),
                        hours.rest().stream().map(Span::to)).toList()) {
                    begins.add(day.atTime(time).atZone(zone).withEarlierOffsetAtOverlap().toInstant());
                    begins.add(day.atTime(time).atZone(zone).withLaterOffsetAtOverlap().toInstant());
                }
            }
        }
        var change = zone.getRules().nextTransition(from);
        if (change != null) {
            begins.add(change.getInstant());
        }
        if (others != null) {
            others.forEach(met -> given.limits().caps()
                    .forEach(cap -> begins.add(met.at().plus(Duration.ofDays(cap.days())))));
        }
        begins.add(from);
        begins.removeIf(at -> at.isBefore(from) || !at.isBefore(from.plus(PART)));
        return begins;
    }

    /** The same with every day like any other. */
    Rules anyDay() {
        var hours = new java.util.HashMap<String, ContactHours>();
        given.limits().hours().forEach((channel, of) -> hours.put(channel,
                new ContactHours(channel, of.allowed(), of.rest(), true, Map.of(), Set.of(), List.of())));
        var limits = new Limits(hours, given.limits().caps(), given.limits().zone(), given.limits().notice());
        return new Rules(new Given(given.reach(), given.tasks(), given.past(), given.standing(), limits, given.now()));
    }

    Reach.@Nullable Barrier barrier(Task task, String channel) {
        return given.reach().barriers().getOrDefault(task.purpose(), Map.of()).get(channel);
    }
}
