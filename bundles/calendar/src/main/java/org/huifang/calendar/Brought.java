// SPDX-License-Identifier: Apache-2.0
package org.huifang.calendar;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.huifang.api.calendar.Cap;
import org.huifang.api.calendar.Span;
import org.jspecify.annotations.Nullable;

/**
 * What Huifang brings: policy packs, and what holds for a school that has chosen nothing.
 *
 * @param pack the name of the one that holds then
 */
record Brought(List<BroughtPack> packs, String pack, ZoneId zone, Map<DayOfWeek, List<Span>> week, List<Cap> caps) {
    Brought {
        packs = List.copyOf(packs);
        week = Map.copyOf(week);
        caps = List.copyOf(caps);
    }

    static Brought read() {
        List<BroughtPack> packs = List.of();
        String pack = "";
        ZoneId zone = ZoneOffset.UTC;
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        var caps = new ArrayList<Cap>();
        for (Line line : Line.of("defaults.txt")) {
            switch (line.word()) {
                case "packs" -> packs = List.of(line.rest().split(" ")).stream().map(BroughtPack::of).toList();
                case "pack" -> pack = line.rest();
                case "zone" -> zone = ZoneId.of(line.rest());
                case "hours" -> week.put(DayOfWeek.valueOf(line.split(2)[0]), Hours.read(line.split(2)[1]));
                case "cap" -> caps.add(BroughtPack.cap(line));
                default -> throw new IllegalStateException(line.word());
            }
        }
        return new Brought(packs, pack, zone, week, caps);
    }

    /** @throws IllegalArgumentException when there is none of this name */
    BroughtPack pack(String name) {
        return packs.stream().filter(each -> each.pack().name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no policy pack is called " + name));
    }

    /** The one that was chosen; the usual one when nothing was, or when a later version no longer brings it. */
    BroughtPack held(@Nullable String name) {
        return packs.stream().filter(each -> each.pack().name().equals(name)).findFirst().orElseGet(() -> pack(pack));
    }
}
