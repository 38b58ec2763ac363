// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.huifang.api.TenantId;
import org.huifang.api.access.Seals;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** HMAC-SHA-256, cut to 128 bits, with a key for each tenant that is made when it is first wanted. */
@Component
public final class StoredSeals implements Seals {
    private static final int SEAL = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final AccountStore store;
    private final Map<TenantId, byte[]> keys = new ConcurrentHashMap<>();

    @Activate
    public StoredSeals(@Reference AccountStore store) {
        this.store = store;
    }

    @Override
    public String seal(TenantId tenant, String purpose, String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] both = ByteBuffer.allocate(SEAL + plain.length).put(mac(tenant, purpose, plain)).put(plain).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    @Override
    public Optional<String> open(TenantId tenant, String purpose, String sealed) {
        byte[] both;
        try {
            both = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (both.length < SEAL) {
            return Optional.empty();
        }
        byte[] plain = Arrays.copyOfRange(both, SEAL, both.length);
        return MessageDigest.isEqual(Arrays.copyOf(both, SEAL), mac(tenant, purpose, plain))
                ? Optional.of(new String(plain, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private byte[] mac(TenantId tenant, String purpose, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(keys.computeIfAbsent(tenant, this::key), ALGORITHM));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(text), SEAL);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private byte[] key(TenantId tenant) {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        return store.unit().sql(tenant, c -> {
            Sql sql = new Sql(c);
            sql.update("insert into identity.seal_key (tenant, key) values (?, ?) on conflict do nothing",
                    tenant.value(), fresh);
            return sql.list("select key from identity.seal_key where tenant = ?", row -> row.getBytes(1),
                    tenant.value()).getFirst();
        });
    }
}
