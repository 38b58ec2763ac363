// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.consent.Consents;

/**
 * Made-up lives, by the place on the list. The first five have none: with them one begins as with a real school.
 *
 * @param source of the keys
 * @param start of the course: birthdays fall around it
 */
record SamplePeople(String source, LocalDate start, Instant at) {
    private static final int FROM = 5;
    private static final int WITH_PHONE = 26;
    /** Who may be greeted. */
    private static final List<Integer> CARE = List.of(5, 6, 7, 8, 9, 12, 14, 16);
    private static final int NO_SURVEY = 13;
    private static final int NO_CONTACT = 20;
    private static final int NO_CALLS = 21;
    private static final int AGREED_AND_TOOK_BACK = 22;
    /** Eleven years old, and no guardian has agreed. */
    private static final int CHILD = 25;
    /** Days after the start of the course on which these have their birthdays. */
    private static final Map<Integer, Integer> BIRTHDAYS = Map.of(5, 1, 6, 3, 7, 9, 8, 30, 9, 45, 12, 60);
    private static final Map<Integer, Map<String, String>> LIKES = Map.of(6,
            Map.of("hours", "19:00-21:00", "channel", "phone"), 7, Map.of("hours", "12:30-13:30"), 9,
            Map.of("hours", "20:00-21:00", "channel", "email"), 10, Map.of("channel", "lms"), 11,
            Map.of("channel", "email"), 14, Map.of("channel", "wechat", "wechat", "sunyue_demo"), 17,
            Map.of("hours", "09:00-11:00"), 18, Map.of("channel", "email", "locale", "en"));

    /** When they were born and how they like to be reached. */
    List<Fact> described() {
        var facts = new ArrayList<Fact>();
        for (int place = FROM; place < Names.AT_FIRST; place++) {
            Map<String, String> values = new HashMap<>(LIKES.getOrDefault(place, Map.of()));
            values.put("birthDate", born(place).toString());
            if (place < WITH_PHONE) {
                values.put("phone", String.format(Locale.ROOT, "+86 138 0000 %04d", 100 + place));
            }
            facts.add(new Fact.PersonDescribed(new PersonKey(source, id(place)), null, values, Confidence.STATED,
                    "hook:" + Campus.HOOKS, at));
        }
        return facts;
    }

    private LocalDate born(int place) {
        if (place == CHILD) {
            return start.minusYears(11).minusDays(40);
        }
        LocalDate birthday = start.plusDays(BIRTHDAYS.getOrDefault(place, 70 + place * 9));
        return birthday.minusYears(21 + place * 7 % 30);
    }

    /** @param files by the id that the platform has */
    List<Fact> said(Map<String, UUID> files) {
        var facts = new ArrayList<Fact>();
        CARE.forEach(place -> facts.add(word(files, place, "care", Consents.ANY, true, at)));
        facts.add(word(files, NO_SURVEY, "survey", Consents.ANY, false, at));
        facts.add(word(files, NO_CONTACT, Consents.CONTACT, Consents.ANY, false, at));
        facts.add(word(files, NO_CALLS, Consents.CONTACT, "phone", false, at));
        facts.add(word(files, AGREED_AND_TOOK_BACK, "revisit", "phone", true, at));
        facts.add(word(files, AGREED_AND_TOOK_BACK, "revisit", "phone", false, at.plusSeconds(1)));
        return facts;
    }

    private static Fact word(Map<String, UUID> files, int place, String purpose, String channel, boolean given,
            Instant at) {
        UUID who = files.get(id(place));
        if (who == null) {
            throw new IllegalStateException("nobody has the place " + place);
        }
        return new Fact.Consented(who, purpose, channel, "consent", given ? "2026-11" : "", given,
                "campus registration", "learner:" + who, at);
    }

    private static String id(int place) {
        return Classroom.id(place);
    }
}
