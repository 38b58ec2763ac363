// SPDX-License-Identifier: Apache-2.0
package org.huifang.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Role;
import org.huifang.api.staff.Absence;
import org.huifang.api.staff.Agent;
import org.huifang.api.staff.Staff;
import org.huifang.api.staff.TrainingRecord;
import org.jspecify.annotations.Nullable;

/** Everything about the people of a school at one moment. */
final class Team {
    static final int MINUTES_PER_DAY = 360;

    /** What somebody brings to the work. */
    record Profile(Set<String> languages, Set<UUID> courses, Set<String> skills, int minutes) {
        static final Profile PLAIN = new Profile(Set.of(), Set.of(), Set.of(), MINUTES_PER_DAY);
    }

    private final List<Account> accounts;
    private final Map<UUID, Profile> profiles;
    private final List<Absence> absences;
    private final Set<String> required;
    private final List<TrainingRecord> trainings;
    private final Map<UUID, UUID> responsible;
    private final Map<LocalDate, List<Agent>> days = new ConcurrentHashMap<>();

    /**
     * @param trainings newest first
     */
    Team(List<Account> accounts, Map<UUID, Profile> profiles, List<Absence> absences, Set<String> required,
            List<TrainingRecord> trainings, Map<UUID, UUID> responsible) {
        this.accounts = accounts.stream().filter(account -> !account.disabled()).toList();
        this.profiles = Map.copyOf(profiles);
        this.absences = List.copyOf(absences);
        this.required = Set.copyOf(required);
        this.trainings = List.copyOf(trainings);
        this.responsible = Map.copyOf(responsible);
    }

    List<Agent> agents(LocalDate day) {
        return days.computeIfAbsent(day, on -> accounts.stream().filter(account -> account.roles().contains(Role.AGENT))
                .map(account -> agent(account, on)).toList());
    }

    Set<String> required() {
        return required;
    }

    List<TrainingRecord> trainings(UUID account) {
        return trainings.stream().filter(record -> record.account().equals(account)).toList();
    }

    Map<UUID, UUID> responsibilities() {
        return responsible;
    }

    Optional<UUID> responsible(@Nullable UUID course) {
        return named(course == null ? Staff.ALL_COURSES : course).or(() -> named(Staff.ALL_COURSES))
                .or(() -> first(account -> account.roles().contains(Role.SUPERVISOR)))
                .or(() -> first(account -> account.roles().contains(Role.ADMIN))).or(() -> first(account -> true));
    }

    private Optional<UUID> named(UUID course) {
        UUID named = responsible.get(course);
        return named == null ? Optional.empty() : first(account -> account.id().equals(named));
    }

    private Optional<UUID> first(Predicate<Account> fits) {
        return accounts.stream().filter(fits).map(Account::id).findFirst();
    }

    private Agent agent(Account account, LocalDate day) {
        UUID id = account.id();
        Profile profile = profiles.getOrDefault(id, Profile.PLAIN);
        Set<String> lacking = new TreeSet<>(required);
        trainings.stream().filter(record -> record.account().equals(id) && counts(record, day))
                .forEach(record -> lacking.remove(record.training()));
        return new Agent(id, account.displayName(), profile.languages, profile.courses, profile.skills, profile.minutes,
                absences.stream().filter(absence -> absence.account().equals(id) && !absence.to().isBefore(day))
                        .toList(),
                lacking);
    }

    private static boolean counts(TrainingRecord record, LocalDate day) {
        LocalDate until = record.until();
        return !record.passed().isAfter(day) && (until == null || !until.isBefore(day));
    }
}
