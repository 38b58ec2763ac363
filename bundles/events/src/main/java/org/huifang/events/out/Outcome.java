// SPDX-License-Identifier: Apache-2.0
package org.huifang.events.out;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.huifang.api.events.Sending;
import org.huifang.lti.egress.EgressException;
import org.huifang.lti.egress.EgressResponse;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt.
 *
 * @param status of the answer, 0 for none
 * @param error in a few words; "" for none
 * @param asked how long the other side asked to be left alone
 * @param lost whether trying again is of no use
 */
record Outcome(int status, String error, Duration asked, boolean lost) {
    private static final int GONE = 410;

    static Outcome of(EgressResponse response, Instant now) {
        int status = response.status();
        boolean taken = status >= 200 && status < 300;
        return new Outcome(status, taken ? "" : "answered " + status, switch (status) {
            case 429, 502, 503, 504 -> Schedule.asked(response.header("Retry-After"), now);
            default -> Duration.ZERO;
        }, status == GONE);
    }

    /** The name of the host is known already; the message says no more than what went wrong. */
    static Outcome of(EgressException failed) {
        String message = String.valueOf(failed.getMessage());
        return new Outcome(0, message.substring(0, Math.min(200, message.length())), Duration.ZERO, failed.refused());
    }

    boolean taken() {
        return error.isEmpty();
    }

    /** Notes it; tells the state that the hook is in now. */
    Sending.State keep(Sql sql, Due due, Instant now) throws SQLException {
        Optional<Duration> wait = lost ? Optional.empty() : Schedule.after(due.attempt(), asked);
        if (taken()) {
            note(sql, due, now, Sending.State.DELIVERED, null);
            sql.update("update events.endpoint set failures = 0, paused = null where id = ? and failures > 0",
                    due.endpoint());
            return Sending.State.DELIVERED;
        }
        Sending.State state = wait.isPresent() ? Sending.State.WAITING : Sending.State.FAILED;
        note(sql, due, now, state, wait.map(now::plus).orElse(null));
        if (status == GONE) {
            sql.update("update events.endpoint set enabled = false, why = 'gone' where id = ?", due.endpoint());
        } else if (status == 0 || status == 429 || status >= 500) {
            int failures = sql.list(
                    "update events.endpoint set failures = failures + 1 where id = ? returning failures",
                    row -> row.getInt(1), due.endpoint()).stream().findFirst().orElse(1);
            sql.update("update events.endpoint set paused = greatest(paused, ?::timestamptz) where id = ?",
                    now.plus(Schedule.pause(failures, asked)), due.endpoint());
        }
        return state;
    }

    private void note(Sql sql, Due due, Instant now, Sending.State state, @Nullable Instant next)
            throws SQLException {
        sql.update("""
            update events.sending set state = ?, next = ?::timestamptz, last = ?, status = ?, error = ?
            where id = ?""", state.name(), next, now, status, Sql.storable(error), due.id());
    }
}
