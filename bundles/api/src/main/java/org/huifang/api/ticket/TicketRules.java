// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a school decides about its tickets: who answers, how soon, and its own sub-codes. A change is announced under the
 * topic {@code ticket}. Thread-safe; what returned is committed.
 */
@ProviderType
public interface TicketRules {
    /** Who answers for an area in a course, or in all courses. */
    List<Rule> rules(TenantId tenant);

    /** Names who answers; a null account takes the word back. Tickets that exist keep their owners. */
    void setRule(TenantId tenant, Area area, @Nullable UUID course, @Nullable UUID account);

    /** How soon, for each area. */
    List<Term> terms(TenantId tenant);

    /** For tickets raised from now on. */
    void setTerm(TenantId tenant, Term term);

    /** The sub-codes, by area and position. */
    List<SubCode> codes(TenantId tenant);

    /** Keeps a sub-code, or renames the one of the same area and code. */
    void setCode(TenantId tenant, SubCode code);

    /** Nobody can choose it any more; tickets that have it keep it. */
    void removeCode(TenantId tenant, Area area, String code);

    Limits limits(TenantId tenant);

    void setLimits(TenantId tenant, Limits limits);

    /** @param course or null: all that have no rule of their own */
    record Rule(Area area, @Nullable UUID course, UUID account) {}

    /**
     * @param respondHours working hours until the first answer, 1 to 200
     * @param resolveDays working days until the solution, 1 to 200
     */
    record Term(Area area, int respondHours, int resolveDays) {
        public Term {
            if (respondHours < 1 || respondHours > 200 || resolveDays < 1 || resolveDays > 200) {
                throw new IllegalArgumentException("1 to 200 working hours, and 1 to 200 working days");
            }
        }
    }

    /** @param code a to z, 0 to 9 and dashes, 1 to 40 of them; @param name as staff see it, 1 to 60 characters */
    record SubCode(Area area, String code, String name) {
        public SubCode {
            if (!code.matches("[a-z0-9-]{1,40}") || name.isBlank() || name.length() > 60) {
                throw new IllegalArgumentException("a sub-code has a to z, 0 to 9 and dashes, and a name");
            }
        }
    }

    /**
     * @param lowSatisfaction answers up to this of 5 become tickets; 0 is "none"
     * @param asks how often the raiser is asked before a ticket is closed without an answer, 3 to 10
     * @param askDays over at least how many working days, 7 to 60
     */
    record Limits(int lowSatisfaction, int asks, int askDays) {
        /** Low is 1 and 2; three questions over seven working days. */
        public static final Limits DEFAULT = new Limits(2, 3, 7);

        public Limits {
            if (lowSatisfaction < 0 || lowSatisfaction > 5 || asks < 3 || asks > 10 || askDays < 7 || askDays > 60) {
                throw new IllegalArgumentException("satisfaction 0 to 5, 3 to 10 questions over 7 to 60 days");
            }
        }
    }
}
