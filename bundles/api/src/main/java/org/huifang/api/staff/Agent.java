// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who carries out revisits, as they are on a day.
 *
 * @param languages BCP 47; empty is "any"
 * @param courses whose learners they call; empty is "all"
 * @param skills free words: {@code complaint}, {@code survey}
 * @param minutesPerDay of talking and noting down on a working day
 * @param lacking trainings without a valid record; who lacks one gets no cases
 */
public record Agent(UUID account, String name, Set<String> languages, Set<UUID> courses, Set<String> skills,
        int minutesPerDay, List<Absence> absences, Set<String> lacking) {
    public Agent {
        languages = Set.copyOf(languages);
        courses = Set.copyOf(courses);
        skills = Set.copyOf(skills);
        absences = List.copyOf(absences);
        lacking = Set.copyOf(lacking);
    }

    public boolean trained() {
        return lacking.isEmpty();
    }

    /** The absence that holds on a day. */
    public Optional<Absence> absence(LocalDate day) {
        return absences.stream().filter(a -> a.holds(day)).findFirst();
    }

    /** Of work on cases on a working day: none for whoever is away then or lacks a training. */
    public int minutes(LocalDate day) {
        return trained() && absence(day).isEmpty() ? minutesPerDay : 0;
    }

    public boolean serves(UUID course) {
        return courses.isEmpty() || courses.contains(course);
    }

    /** Whether they have a skill; null is none in particular. */
    public boolean can(@Nullable String skill) {
        return skill == null || skills.contains(skill);
    }

    /** Whether they speak a language; "" and languages that nobody in the team speaks are for everybody. */
    public boolean speaks(String language) {
        return languages.isEmpty() || language.isEmpty()
                || languages.stream().anyMatch(own -> primary(own).equals(primary(language)));
    }

    private static String primary(String tag) {
        int dash = tag.indexOf('-');
        return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(java.util.Locale.ROOT);
    }
}
