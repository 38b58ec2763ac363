// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.util.EnumSet;
import java.util.Set;

/** What real platforms do that a tool has to cope with; each can be switched on. */
enum Quirk {
    /** Rosters and launches say {@code Learner} where the specification has an address. */
    BARE_ROLES,
    /** The addresses of line items end in {@code ?type_id=1}. */
    TYPE_ID,
    /** Two scores of a person within a second: 409. */
    SCORE_CONFLICT,
    /** A score that is not FullyGraded is taken and thrown away. */
    ONLY_FULLY_GRADED,
    /** Tokens are JSON that calls itself text/html. */
    TOKEN_AS_HTML,
    /** A scope that is not known is left out without a word. */
    SCOPES_DROPPED,
    /** A roster comes in one piece unless a limit is asked for. */
    NO_PAGE_SIZE,
    /** Any other Accept than the service's own media type: 400. */
    STRICT_ACCEPT,
    /** Link headers with typographic quotes and {@code &amp;}. */
    ODD_LINKS,
    /** No storage is offered to a tool whose cookies are blocked, also where the page's address asks for it. */
    NO_STORAGE,
    /** A registration is answered without a deployment. */
    NO_DEPLOYMENT,
    /** A request for deep linking carries no data. */
    NO_DATA;

    /** As Moodle does. */
    static final Set<Quirk> MOODLE = EnumSet.complementOf(EnumSet.of(NO_DEPLOYMENT));
}
