// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.huifang.api.TenantId;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.Role;
import org.huifang.api.staff.Agent;
import org.huifang.api.staff.Staff;
import org.huifang.rest.Problem;
import org.huifang.rest.Refusal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may have cases: members of the team who lack no training that the school asks for. */
@Component(service = Fitness.class)
public final class Fitness {
    private static final Set<Role> TEAM = EnumSet.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);

    private final Accounts accounts;
    private final Staff staff;
    private final Calendars calendars;
    private final InstantSource clock;

    @Activate
    public Fitness(@Reference Accounts accounts, @Reference Staff staff, @Reference Calendars calendars,
            @Reference InstantSource clock) {
        this.accounts = accounts;
        this.staff = staff;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Refuses whoever gets no cases.
     *
     * @param pointer where the body names the account
     */
    void check(TenantId tenant, UUID account, String pointer) {
        Account named = accounts.find(tenant, account).filter(Predicate.not(Account::disabled))
                .orElseThrow(() -> Refusal.body(pointer, "is no account of yours"));
        if (named.roles().stream().noneMatch(TEAM::contains)) {
            throw refused("The account is none of the team's.");
        }
        // trainings end with a day of the school's
        LocalDate today = clock.instant().atZone(calendars.work(tenant).zone()).toLocalDate();
        if (!staff.agent(tenant, account, today).map(Agent::trained).orElse(true)) {
            throw refused("Who lacks a training that the school asks for gets no cases.");
        }
    }

    private static Refusal refused(String why) {
        return new Refusal(Problem.of("not-fit", 403, "No cases for this account", why));
    }
}
