// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Rules of law and of the school as dated data, so that a change of law is a line and not a release. Huifang brings
 * defaults; what a tenant sets stands before them. Thread-safe; what returned is committed.
 */
@ProviderType
public interface Policies {
    /** Below this age, in years, a guardian consents. */
    String GUARDIAN_AGE = "consent.guardian-age";
    /** What consent is asked for, separated by spaces, in the order in which it is shown. */
    String PURPOSES = "consent.purposes";
    /** The channels of a purpose, as {@code consent.channels.survey}; separated by spaces. */
    String CHANNELS_OF = "consent.channels.";
    /**
     * Purposes that need no consent because they belong to the course contract (PIPL article 13(1)(2)), separated by
     * spaces; empty where a school relies on consent. A refusal counts all the same, and of a person below
     * {@link #GUARDIAN_AGE} a guardian has to agree to these too.
     */
    String CONTRACT = "consent.contract";
    /** Fields whose change a learner asks for and staff decide about, separated by spaces. */
    String REVIEWED_FIELDS = "request.fields";
    /** How long after the last activity a class of data is kept, as {@code retention.contact}; an ISO 8601 period. */
    String RETENTION_OF = "retention.";
    /** What the school is called where learners are told who contacts them; empty as long as it has said nothing. */
    String SCHOOL_NAME = "school.name";

    /** What holds on a day, by name. */
    List<Policy> on(TenantId tenant, LocalDate day);

    /** What holds on a day under a name. */
    Optional<Policy> find(TenantId tenant, String name, LocalDate day);

    /** What {@link #SCHOOL_NAME} is at a moment; "" for none. */
    default String schoolName(TenantId tenant, Instant at) {
        return find(tenant, SCHOOL_NAME, LocalDate.ofInstant(at, ZoneOffset.UTC)).map(Policy::value).orElse("");
    }

    /**
     * Sets a value from a day on; again for the same day replaces it.
     *
     * @param because the source of the rule, or who decided it
     * @throws IllegalArgumentException when the value is none for this name
     */
    void set(TenantId tenant, String name, String value, LocalDate from, String because);
}
