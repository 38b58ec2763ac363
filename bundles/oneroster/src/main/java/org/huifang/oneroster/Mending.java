// SPDX-License-Identifier: Apache-2.0
package org.huifang.oneroster;

import org.huifang.api.intake.RosterSource.Trouble;

/** What is in the way and how to mend it, for the health check. */
final class Mending {
    private Mending() {
    }

    static String of(Trouble trouble, String detail) {
        return switch (trouble) {
            case CONFIGURATION -> "the configuration has to be mended: " + detail;
            case AWAY -> "it does not answer" + (detail.isEmpty() ? "" : " (" + detail + ")")
                    + ": check url, tokenUrl and the network.";
            case BUSY -> "it answers " + detail + " and is left alone for a while; nothing is lost.";
            case CREDENTIALS -> "it refuses clientId and clientSecret: enter those that it shows for Huifang.";
            case SCOPE -> "it does not let this client read rosters: grant it the scope of the configuration.";
            case NOT_THERE -> "there is nothing at " + detail + ": mend url, it ends in /ims/oneroster/rostering/v1p2.";
            case UNREADABLE -> "it answers otherwise than OneRoster 1.2 has it: " + detail + ".";
            case INCOMPLETE ->
                "it gave fewer records than it said (" + detail + "), so none was taken; it is tried again.";
        };
    }
}
