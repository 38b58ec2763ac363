// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What law and providers of a region say about contacts, as dated data.
 *
 * @param name as {@code cn-2026}
 * @param asOf when its sources were read
 * @param allowed parts of the day by channel; {@link #OTHERS} stands for the channels that are not named
 * @param rest parts of the day that are spared, by channel, likewise
 * @param holidays channels that may be used on free days, likewise
 * @param caps how often by law or provider; a tenant's own caps are added to these
 * @param banned channels that must not be used for this at all, with the reason: {@code sms} where providers allow
 *            education nothing but one-time codes
 * @param sources one for each rule: an address and, after a space, what it says and of when it is; without an address
 *            where the rule is Huifang's own
 */
public record Pack(String name, LocalDate asOf, Map<String, List<Span>> allowed, Map<String, List<Span>> rest,
        java.util.Set<String> holidays, List<Cap> caps, Map<String, String> banned, List<String> sources) {
    /** Where a channel is not named. */
    public static final String OTHERS = "*";

    public Pack {
        allowed = Map.copyOf(allowed);
        rest = Map.copyOf(rest);
        holidays = java.util.Set.copyOf(holidays);
        caps = List.copyOf(caps);
        banned = Map.copyOf(banned);
        sources = List.copyOf(sources);
    }
}
