// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.util.Optional;

/**
 * Where logins wait for their launch: a table with the state as its key, shared by all nodes. Implementations must be
 * safe for many threads; what they throw goes through to the caller of the library.
 */
public interface LoginStates {
    /**
     * Keeps a new login until it expires.
     *
     * @param login its state is unique
     */
    void issue(LoginState login);

    /**
     * Looks a login up without changing anything: it is asked with states from untrusted forms, before any signature
     * was checked. Return consumed logins too until they expire, so that a replay is told from a foreign state.
     *
     * @param state the state as posted, at most 512 characters
     * @return empty when there is no such login
     */
    Optional<LoginState> find(String state);

    /**
     * Uses a login up: called once its token was verified. Of any number of simultaneous calls for one state, on any
     * number of nodes, exactly one returns true; in SQL
     * {@code update login set consumed = true where state = ? and not consumed}.
     *
     * @param login a login that {@link #find} returned
     * @return true for the one caller that may go on, false for all others
     */
    boolean consume(LoginState login);
}
