// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Field;
import org.huifang.api.consent.Policies;
import org.huifang.api.consent.Policy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the rules of consent and retention. */
@Component
public final class KeepingPolicies implements Policies {
    private static final int OLDEST = 30;
    private final ArchiveStore store;

    @Activate
    public KeepingPolicies(@Reference ArchiveStore store) {
        this.store = store;
    }

    @Override
    public List<Policy> on(TenantId tenant, LocalDate day) {
        return store.of(tenant, sql -> PolicyTable.on(sql, tenant, day));
    }

    @Override
    public Optional<Policy> find(TenantId tenant, String name, LocalDate day) {
        return on(tenant, day).stream().filter(policy -> policy.name().equals(name)).findFirst();
    }

    @Override
    public void set(TenantId tenant, String name, String value, LocalDate from, String because) {
        String plain = Text.storable(value).strip();
        if (!fits(name, plain)) {
            throw new IllegalArgumentException("not a value of " + name + ": " + value);
        }
        var policy = new Policy(name, plain, from, Text.storable(because), true);
        store.of(tenant, sql -> {
            PolicyTable.set(sql, tenant, policy);
            return policy;
        });
    }

    private static boolean fits(String name, String value) {
        return switch (name) {
            case GUARDIAN_AGE -> value.matches("\\d{1,2}") && Integer.parseInt(value) <= OLDEST;
            case PURPOSES, CONTRACT -> value.matches("([a-z][a-z0-9-]{0,39} *)*");
            case REVIEWED_FIELDS -> PolicyTable.words(value).stream().allMatch(word -> Field.of(word).isPresent());
            case SCHOOL_NAME -> value.matches("\\P{Cntrl}{0,80}");
            default -> name.startsWith(CHANNELS_OF) && value.matches("([a-z][a-z0-9.-]{0,39} *)*")
                    || name.startsWith(RETENTION_OF) && period(value);
        };
    }

    private static boolean period(String value) {
        try {
            Period period = Period.parse(value);
            return !period.isNegative() && !period.isZero();
        } catch (DateTimeException e) {
            return false;
        }
    }
}
