// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.huifang.api.TenantId;
import org.huifang.api.access.Seals;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** AES-256-GCM, with a key for each tenant that is made when it is first wanted. */
@Component
public final class StoredSeals implements Seals {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccountStore store;
    private final Map<TenantId, byte[]> keys = new ConcurrentHashMap<>();

    @Activate
    public StoredSeals(@Reference AccountStore store) {
        this.store = store;
    }

    @Override
    public String seal(TenantId tenant, String purpose, String text) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, tenant, purpose, nonce)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public Optional<String> open(TenantId tenant, String purpose, String sealed) {
        try {
            byte[] both = Base64.getUrlDecoder().decode(sealed);
            if (both.length < NONCE) {
                return Optional.empty();
            }
            return Optional.of(new String(cipher(Cipher.DECRYPT_MODE, tenant, purpose, Arrays.copyOf(both, NONCE))
                    .doFinal(both, NONCE, both.length - NONCE), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | GeneralSecurityException changed) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, TenantId tenant, String purpose, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, new SecretKeySpec(keys.computeIfAbsent(tenant, this::key), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] key(TenantId tenant) {
        byte[] fresh = new byte[32];
        RANDOM.nextBytes(fresh);
        return store.unit().sql(tenant, c -> {
            Sql sql = new Sql(c);
            sql.update("insert into identity.seal_key (tenant, key) values (?, ?) on conflict do nothing",
                    tenant.value(), fresh);
            return sql.list("select key from identity.seal_key where tenant = ?", row -> row.getBytes(1),
                    tenant.value()).getFirst();
        });
    }
}
