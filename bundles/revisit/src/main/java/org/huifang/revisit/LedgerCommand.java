// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.Command;
import org.huifang.api.CommandRefused;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.revisit.State;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prints what is owed and what became of it, step by step. */
@Component
public final class LedgerCommand implements Command {
    private final Revisits revisits;

    @Activate
    public LedgerCommand(@Reference Revisits revisits) {
        this.revisits = revisits;
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String help() {
        return "[--tenant NAME] [--course ID]   what is owed to learners and what became of it; the two sides must agree";
    }

    @Override
    public String run(Map<String, List<String>> options, List<String> operands) throws CommandRefused {
        Ledger ledger = revisits.ledger(tenant(options), course(options));
        Map<String, List<Ledger.Row>> steps = ledger.rows().stream().collect(
                Collectors.groupingBy(Ledger.Row::step, LinkedHashMap::new, Collectors.toList()));
        String lines = steps.entrySet().stream().map(step -> line(step.getKey(), step.getValue()))
                .collect(Collectors.joining());
        long unplanned = ledger.unplanned().stream().mapToLong(Ledger.Unplanned::learners).sum();
        return lines + line("all", ledger.rows())
                + (unplanned == 0 ? "" : unplanned + " learners on rosters come under no plan\n") + "as of "
                + ledger.asOf().truncatedTo(ChronoUnit.SECONDS) + "\n";
    }

    private static String line(String name, List<Ledger.Row> rows) {
        String parts = Arrays.stream(State.values())
                .map(state -> state.name().toLowerCase(Locale.ROOT) + " "
                        + rows.stream().mapToLong(row -> row.count(state)).sum())
                .collect(Collectors.joining(" + "));
        long missing = rows.stream().mapToLong(row -> Math.abs(row.missing())).sum();
        return "%-8s owed %d = %s  %s%n".formatted(name, rows.stream().mapToLong(Ledger.Row::owed).sum(), parts,
                missing == 0 ? "ok" : "UNACCOUNTED FOR: " + missing);
    }

    private static TenantId tenant(Map<String, List<String>> options) throws CommandRefused {
        String name = only(options, "tenant");
        try {
            return name == null ? TenantId.DEFAULT : new TenantId(name);
        } catch (IllegalArgumentException e) {
            throw new CommandRefused("--tenant: " + e.getMessage());
        }
    }

    private static @Nullable UUID course(Map<String, List<String>> options) throws CommandRefused {
        String id = only(options, "course");
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new CommandRefused("--course: an id of a course looks like 01234567-89ab-cdef-0123-456789abcdef");
        }
    }

    private static @Nullable String only(Map<String, List<String>> options, String name) {
        List<String> values = options.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.getLast();
    }
}
