// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Argon2id with the parameters that OWASP gives as a minimum, written in the PHC string format. */
@Component(service = Passwords.class)
public final class Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final Pattern PHC = Pattern
            .compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)");
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();
    /** A flood of sign-ins waits instead of taking 19 MiB each. */
    private final Semaphore turns = new Semaphore(2);
    /** Asks for as much work as a real one, and is made without any: it is there for its cost, not to be matched. */
    private final String nobodys = phc(new byte[SALT], new byte[LENGTH]);

    @Activate
    public Passwords() {
    }

    String hash(String password) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] hash = argon2id(password, salt, MEMORY_KIB, PASSES, 1, LENGTH);
        return phc(salt, hash);
    }

    private static String phc(byte[] salt, byte[] hash) {
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$" + BASE64.encodeToString(salt) + "$"
                + BASE64.encodeToString(hash);
    }

    boolean matches(String password, String phc) {
        Matcher m = PHC.matcher(phc);
        if (!m.matches()) {
            throw new IllegalStateException("a password hash is not in PHC format");
        }
        byte[] expected = Base64.getDecoder().decode(m.group(5));
        byte[] actual = argon2id(password, Base64.getDecoder().decode(m.group(4)), Integer.parseInt(m.group(1)),
                Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)), expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    /** Takes as long as {@link #matches} and is never true: for names that do not exist. */
    boolean matchesNobody(String password) {
        matches(password, nobodys);
        return false;
    }

    private byte[] argon2id(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        byte[] secret = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        byte[] hash = new byte[length];
        turns.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(memory).withIterations(passes)
                    .withParallelism(lanes).withSalt(salt).build());
            generator.generateBytes(secret, hash);
            return hash;
        } finally {
            turns.release();
        }
    }
}
