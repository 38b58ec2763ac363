// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.huifang.api.revisit.PastSteps;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.Plans;

/** Says which draft was looked at, with which choice, and when. */
final class PreviewToken {
    private PreviewToken() {
    }

    static String of(PlanVersion draft, PastSteps past, Instant now) {
        return now.toEpochMilli() + "." + digest(draft, past);
    }

    static boolean fits(String token, PlanVersion draft, PastSteps past, Instant now) {
        String[] parts = token.split("\\.", 2);
        try {
            Duration age = Duration.between(Instant.ofEpochMilli(Long.parseLong(parts[0])), now);
            return parts.length == 2 && age.compareTo(Plans.PREVIEW_HOLDS) <= 0 && parts[1].equals(digest(draft, past));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String digest(PlanVersion version, PastSteps past) {
        String said = version.plan() + " " + version.version() + " " + version.course() + " " + version.tag() + " "
                + version.steps() + " " + past;
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
