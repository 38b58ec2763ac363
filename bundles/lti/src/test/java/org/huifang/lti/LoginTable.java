// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The store of logins as one table in memory, keyed as the caller's database is. */
public final class LoginTable implements LoginStates {
    final Map<String, LoginState> rows = new ConcurrentHashMap<>();
    final Set<String> consumed = ConcurrentHashMap.newKeySet();

    @Override
    public void issue(LoginState login) {
        if (rows.putIfAbsent(login.state(), login) != null) {
            throw new IllegalStateException("state is not unique");
        }
    }

    @Override
    public Optional<LoginState> find(String state) {
        return Optional.ofNullable(rows.get(state));
    }

    @Override
    public boolean consume(LoginState login) {
        return rows.containsKey(login.state()) && consumed.add(login.state());
    }
}
