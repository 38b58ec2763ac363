// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.api.CommandRefused;
import org.huifang.api.TenantId;
import org.huifang.api.identity.Role;

/** The options of a command; what does not do is refused with its mend. */
record Options(Map<String, List<String>> given) {
    Options only(Set<String> known) throws CommandRefused {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw new CommandRefused("unknown option --" + name + ": use "
                        + known.stream().sorted().map(n -> "--" + n).collect(Collectors.joining(" ")));
            }
        }
        return this;
    }

    String text(String name) throws CommandRefused {
        String value = given.getOrDefault(name, List.of("")).getLast();
        if (value.isBlank()) {
            throw new CommandRefused("--" + name + " is missing: give it a value");
        }
        return value;
    }

    String text(String name, String absent) throws CommandRefused {
        return given.containsKey(name) ? text(name) : absent;
    }

    TenantId tenant() throws CommandRefused {
        String value = text("tenant", TenantId.DEFAULT.value());
        try {
            return new TenantId(value);
        } catch (IllegalArgumentException e) {
            throw new CommandRefused("--tenant: " + e.getMessage());
        }
    }

    Set<Role> staffRoles(String name) throws CommandRefused {
        List<String> words = given.getOrDefault(name, List.of()).stream().flatMap(v -> Arrays.stream(v.split(",")))
                .map(w -> w.strip().toLowerCase(Locale.ROOT)).filter(w -> !w.isEmpty()).toList();
        if (words.isEmpty() || !Set.of("agent", "supervisor", "admin").containsAll(words)) {
            throw new CommandRefused("--" + name + ": give one or more of agent, supervisor, admin, with commas");
        }
        return words.stream().map(w -> Role.valueOf(w.toUpperCase(Locale.ROOT))).collect(Collectors.toSet());
    }
}
