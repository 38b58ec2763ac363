// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

/** What is tried of a connection, in the order in which one depends on another. */
public enum Check {
    /** Huifang's own address is https, or of this machine: otherwise browsers keep no cookie in a frame. */
    COOKIES,
    /** Huifang's key set is read at its public address. */
    TOOL_KEYS,
    /** The platform's key set is read. */
    PLATFORM_KEYS,
    /** The platform's clock and ours agree within a minute. */
    CLOCK,
    /** The address where launches are confirmed answers. */
    LOGIN_ADDRESS,
    /** A deployment is known. */
    DEPLOYMENT,
    /** The platform gives a token: it reaches our key set and knows the client. */
    TOKEN,
    /** The roster of the course launched last is read. */
    ROSTER,
    /** The line items of the activity placed last are read. */
    LINE_ITEMS,
    /** Somebody was launched within thirty days. */
    LAUNCH,
    /** A sender of hooks speaks for this platform. */
    HOOK,
    /** Groups and notices are offered. */
    EXTRAS
}
