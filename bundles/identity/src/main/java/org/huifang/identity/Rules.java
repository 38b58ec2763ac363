// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.api.identity.InvalidAccount;
import org.huifang.api.identity.InvalidAccount.Reason;

/** What names and passwords must be. */
final class Rules {
    private static final int SHORTEST = 10;
    static final int LONGEST_NAME = 80;
    private static final int FEWEST_DISTINCT = 5;
    private static final Set<String> COMMON = common();

    private Rules() {
    }

    /** The form in which names are compared: what looks the same is the same. */
    static String name(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    static String checkedName(String name) throws InvalidAccount {
        String clean = name(name);
        if (clean.isEmpty() || clean.length() > LONGEST_NAME || clean.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidAccount(Reason.NAME_EMPTY);
        }
        return clean;
    }

    static String checkedDisplayName(String displayName, String name) {
        String clean = displayName.strip().replaceAll("\\p{Cntrl}", "");
        return clean.isEmpty() ? name : clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
    }

    static void checkPassword(String password, String name) throws InvalidAccount {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new InvalidAccount(Reason.PASSWORD_SHORT);
        }
        String lower = password.toLowerCase(Locale.ROOT);
        boolean guessable = lower.chars().distinct().count() < FEWEST_DISTINCT || lower.contains(name)
                && lower.length() < name.length() + FEWEST_DISTINCT;
        if (guessable || COMMON.contains(lower) || COMMON.contains(lower.replaceAll("[^a-z]+$", ""))) {
            throw new InvalidAccount(Reason.PASSWORD_COMMON);
        }
    }

    private static Set<String> common() {
        try (InputStream in = Rules.class.getResourceAsStream("common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of common passwords is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().map(String::strip)
                    .filter(l -> !l.isEmpty()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
