// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** What an answer's ETag says: the same as long as the answer is. */
public final class Version {
    private Version() {
    }

    /** Of an answer that is already written. */
    public static String of(byte[] json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Of what is going to be answered. */
    public static String of(Object answer) {
        return of(Json.bytes(answer));
    }

    /** Whether one of the versions that an If-Match names is this one's; {@code *} is any. */
    public static boolean fits(String match, Object now) {
        return Arrays.stream(match.split(",")).map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals("\"" + of(now) + "\""));
    }

    /** What is answered to who does not say what they have read. */
    public static Refusal missing() {
        return new Refusal(Problem.of("precondition-required", 428, "Say what you have read",
                "Send If-Match with the ETag of what was read, or If-None-Match: * where there was none."));
    }

    /** What is answered to who has read something that is not so any more. */
    public static Refusal changed() {
        return new Refusal(Problem.of("precondition-failed", 412, "Somebody changed it meanwhile",
                "Read it again, and decide again."));
    }
}
