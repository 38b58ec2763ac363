// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The people who carry out revisits, and who answers for what. Everybody with an account and the role
 * {@link org.huifang.api.identity.Role#AGENT} is one, also without a profile here. A change is announced under the topic
 * {@code staff}. Thread-safe; what returned is committed.
 */
@ProviderType
public interface Staff {
    /**
     * All who have the role and are not disabled, in the order of {@link org.huifang.api.identity.Accounts#all}, absent
     * and untrained ones too. Absences that have ended before the day are left out. Cheap: answered from memory, which
     * is at most five seconds behind what other nodes have committed and never behind this one.
     */
    List<Agent> agents(TenantId tenant, LocalDate day);

    Optional<Agent> agent(TenantId tenant, UUID account, LocalDate day);

    /**
     * Keeps languages, courses, skills and hours of an agent; absences and trainings have their own calls.
     *
     * @throws IllegalArgumentException when a day has not 0 to 1,440 minutes
     */
    void save(TenantId tenant, Agent profile);

    /** Adds an absence, or replaces the one of the same id. */
    void saveAbsence(TenantId tenant, Absence absence);

    void removeAbsence(TenantId tenant, UUID id);

    /** The trainings that give the right to work on cases; none is "no training is asked for". */
    Set<String> required(TenantId tenant);

    void require(TenantId tenant, Set<String> trainings);

    /** All records of an account, newest first; old ones stay. */
    List<TrainingRecord> trainings(TenantId tenant, UUID account);

    /** Adds a record; the same id twice counts once. */
    void passed(TenantId tenant, TrainingRecord record);

    /** Takes back a record that was entered by mistake. */
    void withdraw(TenantId tenant, UUID record);

    /**
     * Who answers for the revisits of a course, or with null for all courses that have nobody of their own. There is
     * always somebody as long as an account exists: without a word about it, or when whoever was named is disabled, the
     * first supervisor, else the first admin, else whoever has an account.
     */
    Optional<UUID> responsible(TenantId tenant, @Nullable UUID course);

    /** Who answers for what, by course; the key for all others is {@link #ALL_COURSES}. */
    Map<UUID, UUID> responsibilities(TenantId tenant);

    /** Names who answers; a null account takes the word back. */
    void setResponsible(TenantId tenant, @Nullable UUID course, @Nullable UUID account);

    /** Stands for all courses in {@link #responsibilities}. */
    UUID ALL_COURSES = new UUID(0, 0);
}
