// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.Role;
import org.huifang.api.staff.Absence;
import org.huifang.api.staff.Staff;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketRules;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/** Who answers for a problem: by the rule, by the course, or whoever leads the team; somebody who is there today. */
@Component(service = Owners.class)
public final class Owners {
    private final Accounts accounts;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable Staff staff;

    @Activate
    public Owners(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    Owners(Accounts accounts, @Nullable Staff staff) {
        this(accounts);
        this.staff = staff;
    }

    /** Empty only while the school has no account that could answer. */
    Optional<UUID> of(TenantId tenant, Area area, @Nullable UUID course, List<TicketRules.Rule> rules,
            LocalDate today) {
        List<UUID> candidates = candidates(tenant, area, course, rules);
        return candidates.stream().flatMap(account -> present(tenant, account, today, Set.of()).stream()).findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** Whether an account has ended: it is disabled, or there is none. Whoever had it is away for good. */
    boolean gone(TenantId tenant, UUID account) {
        return accounts.find(tenant, account).filter(Predicate.not(Account::disabled)).isEmpty();
    }

    /** Whoever stands in for an owner who is away today, or for good; empty when the owner is there, or nobody can. */
    Optional<UUID> cover(TenantId tenant, UUID owner, Area area, @Nullable UUID course, List<TicketRules.Rule> rules,
            LocalDate today) {
        if (gone(tenant, owner)) {
            return of(tenant, area, course, rules, today).filter(Predicate.not(owner::equals));
        }
        Optional<Absence> absence = absence(tenant, owner, today);
        if (absence.isEmpty()) {
            return Optional.empty();
        }
        return present(tenant, owner, today, Set.of()).or(() -> candidates(tenant, area, course, rules).stream()
                .filter(Predicate.not(owner::equals))
                .flatMap(account -> present(tenant, account, today, Set.of(owner)).stream()).findFirst())
                .filter(Predicate.not(owner::equals));
    }

    /** Who is told when something is late: first a supervisor, then an admin, who is there or covered; not the owner. */
    Optional<UUID> above(TenantId tenant, UUID owner, @Nullable UUID course, int level, LocalDate today) {
        List<UUID> leads = (level > 1
                ? inRole(tenant, Role.ADMIN)
                : Stream.concat(responsible(tenant, course).stream(),
                        Stream.concat(inRole(tenant, Role.SUPERVISOR), inRole(tenant, Role.ADMIN))))
                .filter(Predicate.not(owner::equals)).toList();
        return leads.stream().flatMap(lead -> present(tenant, lead, today, Set.of(owner)).stream())
                .filter(Predicate.not(owner::equals)).findFirst().or(() -> leads.stream().findFirst());
    }

    private List<UUID> candidates(TenantId tenant, Area area, @Nullable UUID course, List<TicketRules.Rule> rules) {
        var found = new LinkedHashSet<UUID>();
        rules.stream().filter(r -> r.area() == area && r.course() != null && r.course().equals(course))
                .forEach(r -> found.add(r.account()));
        rules.stream().filter(r -> r.area() == area && r.course() == null).forEach(r -> found.add(r.account()));
        responsible(tenant, course).ifPresent(found::add);
        inRole(tenant, Role.SUPERVISOR).forEach(found::add);
        inRole(tenant, Role.ADMIN).forEach(found::add);
        Set<UUID> able = accounts.all(tenant).stream().filter(Predicate.not(Account::disabled)).map(Account::id)
                .collect(Collectors.toSet());
        return new ArrayList<>(found).stream().filter(able::contains).toList();
    }

    /** The account, or whoever covers it, or whoever covers that one. */
    private Optional<UUID> present(TenantId tenant, UUID account, LocalDate today, Set<UUID> seen) {
        Optional<Absence> absence = absence(tenant, account, today);
        if (absence.isEmpty()) {
            return accounts.find(tenant, account).filter(Predicate.not(Account::disabled)).map(Account::id);
        }
        UUID cover = absence.get().cover();
        if (cover == null || seen.contains(cover) || cover.equals(account)) {
            return Optional.empty();
        }
        var more = new LinkedHashSet<>(seen);
        more.add(account);
        return present(tenant, cover, today, more);
    }

    private Optional<Absence> absence(TenantId tenant, UUID account, LocalDate today) {
        Staff there = staff;
        return there == null
                ? Optional.empty()
                : there.agent(tenant, account, today).flatMap(agent -> agent.absence(today));
    }

    private Optional<UUID> responsible(TenantId tenant, @Nullable UUID course) {
        Staff there = staff;
        return there == null ? Optional.empty() : there.responsible(tenant, course);
    }

    private Stream<UUID> inRole(TenantId tenant, Role role) {
        return accounts.all(tenant).stream().filter(a -> !a.disabled() && a.roles().contains(role)).map(Account::id);
    }
}
