// SPDX-License-Identifier: Apache-2.0
package org.huifang.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.huifang.api.calendar.Cap;
import org.huifang.api.calendar.Pack;
import org.huifang.api.calendar.Span;
import org.jspecify.annotations.Nullable;

/** A policy pack from a data file of the bundle, and the public holidays that go with it. */
record BroughtPack(Pack pack, PublicDays days) {
    static BroughtPack of(String name) {
        return read(name, Line.of("pack-" + name + ".txt"));
    }

    private static BroughtPack read(String name, List<Line> lines) {
        LocalDate asOf = LocalDate.EPOCH;
        var days = new PublicDays(List.of());
        Map<String, List<Span>> allowed = new HashMap<>();
        Map<String, List<Span>> rest = new HashMap<>();
        var holidays = new HashSet<String>();
        var caps = new ArrayList<Cap>();
        Map<String, String> banned = new HashMap<>();
        var sources = new ArrayList<String>();
        for (Line line : lines) {
            switch (line.word()) {
                case "as-of" -> asOf = LocalDate.parse(line.rest());
                case "days" -> days = line.rest().equals("none") ? days : PublicDays.of("days-" + line.rest() + ".txt");
                case "allowed" -> allowed.put(line.split(2)[0], Hours.read(line.split(2)[1]));
                case "rest" -> rest.put(line.split(2)[0], Hours.read(line.split(2)[1]));
                case "holiday" -> holidays.add(line.rest());
                case "cap" -> caps.add(cap(line));
                case "banned" -> banned.put(line.split(2)[0], line.split(2)[1]);
                case "source" -> sources.add(line.rest());
                default -> throw new IllegalStateException(name + ": " + line.word());
            }
        }
        return new BroughtPack(new Pack(name, asOf, allowed, rest, holidays, caps, banned, sources), days);
    }

    /** {@code cap phone 5 1}: on the phone, or on all channels for *; so many in so many days. */
    static Cap cap(Line line) {
        String[] parts = line.split(3);
        @Nullable
        String channel = parts[0].equals(Pack.OTHERS) ? null : parts[0];
        return new Cap(channel, null, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    /** What a map by channel says of one: its own, or what is said of those that are not named. */
    static List<Span> of(Map<String, List<Span>> byChannel, String channel, List<Span> otherwise) {
        List<Span> own = byChannel.get(channel);
        return own != null ? own : byChannel.getOrDefault(Pack.OTHERS, otherwise);
    }
}
