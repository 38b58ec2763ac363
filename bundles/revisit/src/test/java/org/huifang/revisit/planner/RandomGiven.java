// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.archive.Reach;
import org.huifang.api.calendar.Blackout;
import org.huifang.api.calendar.CalendarDay;
import org.huifang.api.calendar.Cap;
import org.huifang.api.calendar.ContactHours;
import org.huifang.api.calendar.Span;

/** Draws schools and persons; the same seed draws the same. */
final class RandomGiven {
    /** Clocks change by an hour, by half an hour, at midnight, not at all, and lie quarters of an hour beside the rest. */
    private static final List<String> ZONES = List.of("Asia/Shanghai", "Europe/Berlin", "America/New_York",
            "America/Havana",
            "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "America/St_Johns");
    /** Around them clocks change somewhere. */
    private static final List<String> DAYS = List.of("2026-03-06", "2026-03-27", "2026-04-03", "2026-10-02",
            "2026-10-23",
            "2026-10-30", "2026-02-10", "2026-09-28", "2026-12-30", "2026-06-15");
    private static final List<String> CHANNELS = List.of("phone", "email", "wechat", "lms");
    private static final List<UUID> COURSES = List.of(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3));

    final Random random;
    /** Everything on whole hours, few days, few contacts: small enough for brute force. */
    final boolean small;
    private int ids;

    RandomGiven(long seed, boolean small) {
        this.random = new Random(seed);
        this.small = small;
    }

    Limits limits() {
        LocalDate around = LocalDate.parse(any(DAYS));
        List<Blackout> blackouts = new ArrayList<>();
        for (int n = random.nextInt(3); n > 0; n--) {
            LocalDate from = around.plusDays(random.nextInt(-5, 15));
            blackouts.add(new Blackout(id(), "exam week", from, from.plusDays(random.nextInt(small ? 2 : 8)),
                    chance(50) ? null : any(COURSES)));
        }
        Map<LocalDate, CalendarDay> special = new HashMap<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            LocalDate day = around.plusDays(random.nextInt(-5, 20));
            special.put(day, new CalendarDay(day, "", chance(50) ? List.of() : spans("09:00-17:00"), "notice"));
        }
        Set<DayOfWeek> free = chance(60)
                ? Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                : chance(50) ? Set.of(DayOfWeek.SUNDAY) : Set.of();
        Map<String, ContactHours> hours = new HashMap<>();
        for (String channel : CHANNELS) {
            if (chance(95)) {
                List<Span> allowed = spans(any(channel.equals("phone")
                        ? small
                                ? List.of("08:00-21:00", "09:00-12:00,14:00-18:00")
                                : List.of("08:00-21:00", "09:00-12:00,14:00-18:00", "08:05-11:20,11:00-20:40",
                                        "00:00-05:00,09:00-10:10")
                        : small
                                ? List.of("07:00-22:00", "00:00-24:00", "10:00-12:00")
                                : List.of("00:00-24:00", "07:30-22:10", "01:10-03:20,22:00-24:00", "10:00-12:00")));
                List<Span> rest = chance(60) ? spans("12:00-14:00") : List.of();
                hours.put(channel, new ContactHours(channel, allowed, rest, chance(40), special, free, blackouts));
            }
        }
        List<Cap> caps = new ArrayList<>();
        for (int n = small ? random.nextInt(1, 4) : random.nextInt(4); n > 0; n--) {
            caps.add(new Cap(chance(50) ? null : any(List.of("phone", "email", "wechat", "wecom")),
                    chance(60) ? null : any(List.of("vip", "quiet")), chance(3) ? 0 : random.nextInt(1, small ? 3 : 5),
                    random.nextInt(1, small ? 6 : 31)));
        }
        return new Limits(hours, caps, ZoneId.of("Asia/Shanghai"), Duration.ofHours(chance(50) ? 24 : 0));
    }

    Given person(Limits limits) {
        Instant now = now(limits);
        Map<String, Map<String, Reach.Barrier>> barriers = new HashMap<>();
        for (String purpose : List.of("revisit", "survey", "care")) {
            Map<String, Reach.Barrier> some = new HashMap<>();
            for (String channel : CHANNELS) {
                if (chance(small ? 4 : 12)) {
                    some.put(channel, any(List.of(Reach.Barrier.values())));
                }
            }
            barriers.put(purpose, some);
        }
        Map<String, String> points = new HashMap<>();
        for (String channel : CHANNELS) {
            if (chance(small ? 95 : 80)) {
                points.put(channel, chance(95) ? channel + " of them" : "");
            }
        }
        Set<String> tags = new HashSet<>();
        for (String tag : List.of("vip", "quiet", "new")) {
            if (chance(35)) {
                tags.add(tag);
            }
        }
        var reach = new Reach(id(), "", chance(80) ? ZoneId.of(any(small ? ZONES.subList(0, 4) : ZONES)) : null, "zh",
                chance(60) ? any(CHANNELS) : null,
                chance(50) ? any(List.of("19:00-21:00", "8:30-09:40", "22:00-02:00", "evenings", "06:00-07:00")) : null,
                points, barriers, null, tags);
        List<Task> tasks = new ArrayList<>();
        int many = small ? random.nextInt(2, 6) : chance(5) ? random.nextInt(5, 12) : random.nextInt(1, 5);
        for (int n = 0; n < many; n++) {
            tasks.add(task(now));
        }
        List<Contact> past = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            past.add(new Contact(id(), any(List.of("phone", "email", "wechat", "wecom")),
                    now.minus(Duration.ofHours(random.nextInt(small ? 96 : 24 * 30))), List.of(), true));
        }
        return new Given(reach, tasks, past, chance(small ? 20 : 40) ? standing(now, tasks) : List.of(), limits, now);
    }

    private List<Contact> standing(Instant now, List<Task> tasks) {
        List<Contact> standing = new ArrayList<>();
        for (int n = random.nextInt(1, 3); n > 0; n--) {
            List<UUID> about = new ArrayList<>();
            if (chance(10)) {
                about.add(id());
            }
            for (Task task : tasks) {
                if (chance(30)) {
                    about.add(task.id());
                }
            }
            long hours = random.nextInt(-30, small ? 96 : 24 * 10);
            standing.add(new Contact(id(), any(CHANNELS), now.plus(Duration.ofHours(hours))
                    .plus(Duration.ofMinutes(small ? 0 : 15L * random.nextInt(4))), about, small || chance(60)));
        }
        return standing;
    }

    private Task task(Instant now) {
        List<String> channels = new ArrayList<>(CHANNELS);
        Collections.shuffle(channels, random);
        Instant opens = now.plus(small
                ? Duration.ofHours(random.nextInt(-24, 60))
                : Duration.ofMinutes(random.nextInt(-20 * 1_440, 20 * 1_440)));
        Instant due = opens.plus(small
                ? Duration.ofHours(random.nextInt(12, 80))
                : Duration.ofMinutes(random.nextInt(14 * 1_440)));
        return new Task(id(), any(COURSES), any(List.of("revisit", "survey", "care")),
                channels.subList(0, random.nextInt(1, small ? 3 : 4)), opens, due, random.nextInt(30), chance(50));
    }

    private Instant now(Limits limits) {
        Instant day = limits.hours().values().stream().flatMap(hours -> hours.special().keySet().stream()).min(
                LocalDate::compareTo).orElse(LocalDate.parse(any(DAYS))).atStartOfDay(ZoneId.of("UTC")).toInstant();
        Instant now = day.plus(random.nextLong(5 * 86_400_000_000L), ChronoUnit.MICROS);
        return now.truncatedTo(small ? ChronoUnit.HOURS : chance(50) ? ChronoUnit.MINUTES : ChronoUnit.MICROS);
    }

    private UUID id() {
        return new UUID(random.nextLong(), ++ids);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        for (String span : text.split(",")) {
            String to = span.substring(6);
            spans.add(new Span(LocalTime.parse(span.substring(0, 5)),
                    to.equals("24:00") ? LocalTime.MAX : LocalTime.parse(to)));
        }
        return spans;
    }
}
