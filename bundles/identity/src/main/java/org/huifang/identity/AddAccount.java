// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.api.Command;
import org.huifang.api.CommandRefused;
import org.huifang.api.Options;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.InvalidAccount;
import org.huifang.api.identity.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code account add}. */
@Component
public final class AddAccount implements Command {
    /** Without 0 O 1 I L, which are read out wrongly: 31 letters, 20 of them are 99 bits. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private final Accounts accounts;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public AddAccount(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "account add";
    }

    @Override
    public String help() {
        return "--name NAME [--display NAME] --role agent,supervisor,admin [--tenant TENANT]"
                + "   adds an account and prints its password once";
    }

    @Override
    public String run(Map<String, List<String>> given, List<String> operands) throws CommandRefused {
        Options options = new Options(given).only(Set.of("name", "display", "role", "tenant"));
        String name = options.text("name");
        String password = password();
        try {
            Account account = accounts.create(options.tenant(), name, options.text("display", name), password,
                    staffRoles(given.getOrDefault("role", List.of())));
            return "Account " + account.name() + " can sign in with this password, which is not shown again: "
                    + password;
        } catch (InvalidAccount e) {
            throw new CommandRefused(switch (e.reason()) {
                case NAME_TAKEN -> "--name " + name + " is taken: choose another";
                case NAME_EMPTY -> "--name: give 1 to 80 characters";
                default -> "the account was not added: " + e.reason();
            });
        }
    }

    private static Set<Role> staffRoles(List<String> given) throws CommandRefused {
        List<String> words = given.stream().flatMap(v -> Arrays.stream(v.split(",")))
                .map(w -> w.strip().toLowerCase(Locale.ROOT)).filter(w -> !w.isEmpty()).toList();
        if (words.isEmpty() || !Set.of("agent", "supervisor", "admin").containsAll(words)) {
            throw new CommandRefused("--role: give one or more of agent, supervisor, admin, with commas");
        }
        return words.stream().map(w -> Role.valueOf(w.toUpperCase(Locale.ROOT))).collect(Collectors.toSet());
    }

    private String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
