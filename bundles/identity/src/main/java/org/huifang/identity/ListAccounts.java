// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code account list}. */
@Component
public final class ListAccounts implements Command {
    private final Accounts accounts;

    @Activate
    public ListAccounts(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "account list";
    }

    @Override
    public String help() {
        return "[--tenant TENANT]   lists who can sign in";
    }

    @Override
    public String run(Map<String, List<String>> given, List<String> operands) throws CommandRefused {
        List<Account> all = accounts.all(new Options(given).only(Set.of("tenant")).tenant());
        return all.isEmpty()
                ? "No accounts yet."
                : all.stream().map(ListAccounts::line).collect(Collectors.joining("\n"));
    }

    private static String line(Account account) {
        String roles = account.roles().stream().sorted().map(r -> r.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
        return account.name() + "\t" + account.displayName() + "\t" + roles + (account.disabled() ? "\tdisabled" : "");
    }
}
