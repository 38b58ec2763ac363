// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.api.CommandRefused;
import org.huifang.api.TenantId;

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

    URI url(String name) throws CommandRefused {
        try {
            return new URI(text(name));
        } catch (URISyntaxException e) {
            throw new CommandRefused("--" + name + ": give an absolute address that begins with https://");
        }
    }
}
