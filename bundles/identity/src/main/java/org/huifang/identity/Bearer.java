// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huifang.api.TenantId;

/** A secret of 256 bits that says whose it is, so that it is looked for among the rows of its tenant only. */
record Bearer(Kind kind, TenantId tenant, String text) {
    /** What kind of secret; the prefix lets scanners find one that was published by mistake. */
    enum Kind {
        KEY("hf"), TOKEN("ht");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private static final Pattern FORM = Pattern.compile("(hf|ht)_([a-z0-9-]{1,40})_[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static Bearer fresh(Kind kind, TenantId tenant) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Bearer(kind, tenant, kind.prefix + "_" + tenant + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Optional<Bearer> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Bearer(form.group(1).equals(Kind.KEY.prefix) ? Kind.KEY : Kind.TOKEN,
                        new TenantId(form.group(2)), text))
                : Optional.empty();
    }

    byte[] hash() {
        return sha256(text);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return kind + "/" + tenant;
    }
}
