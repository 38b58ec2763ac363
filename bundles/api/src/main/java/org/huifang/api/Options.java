// SPDX-License-Identifier: Apache-2.0
package org.huifang.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The options of a {@link Command}, read one by one; what does not do is refused with its mend. Of an option given twice
 * the last value counts.
 *
 * @param given what {@link Command#run} received
 */
public record Options(Map<String, List<String>> given) {
    /**
     * Refuses a misspelt option instead of passing it by.
     *
     * @return these options
     * @throws CommandRefused when one is given that is not known
     */
    public Options only(Set<String> known) throws CommandRefused {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw new CommandRefused("unknown option --" + name + ": use "
                        + known.stream().sorted().map(n -> "--" + n).collect(Collectors.joining(" ")));
            }
        }
        return this;
    }

    /**
     * The value of an option that must be there.
     *
     * @throws CommandRefused when it is missing or blank
     */
    public String text(String name) throws CommandRefused {
        String value = given.getOrDefault(name, List.of("")).getLast();
        if (value.isBlank()) {
            throw new CommandRefused("--" + name + " is missing: give it a value");
        }
        return value;
    }

    /**
     * The value of an option that may be left out.
     *
     * @throws CommandRefused when it is given and blank
     */
    public String text(String name, String absent) throws CommandRefused {
        return given.containsKey(name) ? text(name) : absent;
    }

    /**
     * The tenant of {@code --tenant}, {@link TenantId#DEFAULT} without it.
     *
     * @throws CommandRefused when it cannot be the name of a tenant
     */
    public TenantId tenant() throws CommandRefused {
        String value = text("tenant", TenantId.DEFAULT.value());
        try {
            return new TenantId(value);
        } catch (IllegalArgumentException e) {
            throw new CommandRefused("--tenant: " + e.getMessage());
        }
    }

    /**
     * The address in an option that must be there; it may still be a relative one.
     *
     * @throws CommandRefused when it is missing or not an address
     */
    public URI url(String name) throws CommandRefused {
        try {
            return new URI(text(name));
        } catch (URISyntaxException e) {
            throw new CommandRefused("--" + name + ": give an absolute address that begins with https://");
        }
    }
}
