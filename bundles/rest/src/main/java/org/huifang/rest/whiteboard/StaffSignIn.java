// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.huifang.api.TenantId;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.SignIn;
import org.huifang.rest.Awaited;
import org.jspecify.annotations.Nullable;

/**
 * HTTP Basic against the accounts of staff; the name may say the tenant, as {@code school/name}. A password that was
 * right is known again for a minute by a keyed digest, because checking one is slow on purpose; what the account may do
 * is read afresh each time.
 */
final class StaffSignIn {
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);
    private static final Duration LONGEST_TURN = Duration.ofSeconds(2);
    private static final int MOST_KNOWN = 1_000;
    private static final String ALGORITHM = "HmacSHA256";

    private record Known(TenantId tenant, UUID account, long until) {}

    private final Awaited<Accounts> accounts;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final ReentrantLock turn = new ReentrantLock();
    private final byte[] key = new byte[32];

    StaffSignIn(Awaited<Accounts> accounts) {
        this.accounts = accounts;
        new SecureRandom().nextBytes(key);
    }

    SignIn signIn(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return new SignIn.Denied();
        }
        Accounts all = accounts.there();
        String digest = digest(header);
        return again(all, digest).orElseGet(() -> inTurn(all, digest, header));
    }

    /** One password at a time: checking costs a core, and requests that start together share one check. */
    private SignIn inTurn(Accounts all, String digest, String header) {
        try {
            if (!turn.tryLock(LONGEST_TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                return new SignIn.Throttled(LONGEST_TURN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SignIn.Throttled(LONGEST_TURN);
        }
        try {
            return again(all, digest).orElseGet(() -> first(all, digest, header));
        } finally {
            turn.unlock();
        }
    }

    private Optional<SignIn> again(Accounts all, String digest) {
        Known before = known.get(digest);
        if (before == null || System.nanoTime() - before.until() >= 0) {
            return Optional.empty();
        }
        return Optional.of(all.find(before.tenant(), before.account()).filter(account -> !account.disabled())
                .<SignIn>map(SignIn.Granted::new).orElseGet(SignIn.Denied::new));
    }

    private SignIn first(Accounts all, String digest, String header) {
        SignIn answer = ask(all, header.substring(6));
        if (answer instanceof SignIn.Granted(Account account)) {
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(digest, new Known(account.tenant(), account.id(), System.nanoTime() + KNOWN_FOR.toNanos()));
        }
        return answer;
    }

    private static SignIn ask(Accounts accounts, String credentials) {
        try {
            String plain = new String(Base64.getDecoder().decode(credentials.strip()), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            int slash = plain.lastIndexOf('/', colon);
            TenantId tenant = slash < 0 ? TenantId.DEFAULT : new TenantId(plain.substring(0, slash));
            return accounts.signIn(tenant, plain.substring(slash + 1, colon), plain.substring(colon + 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return new SignIn.Denied();
        }
    }

    private String digest(String header) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(header.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
