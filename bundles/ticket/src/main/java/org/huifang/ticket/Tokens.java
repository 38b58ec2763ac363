// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The tokens in the links that raisers get: the ticket's id followed by 128 bits of an HMAC-SHA-256 over it. The key
 * is made by this installation and kept in its database, so tokens need not be stored, can be listed again, and stop
 * working together when the key is removed.
 */
@Component(service = Tokens.class)
public final class Tokens {
    private static final int MAC_BYTES = 16;
    private static final int ID_BYTES = 16;

    private final SecretKeySpec key;

    @Activate
    public Tokens(@Reference TicketStore store) {
        this(store.ofAll(Tokens::key));
    }

    Tokens(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    String of(UUID ticket) {
        byte[] id = bytes(ticket);
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(ByteBuffer.allocate(ID_BYTES + MAC_BYTES).put(id).put(mac(id)).array());
    }

    /** The ticket of a token of ours. */
    Optional<UUID> ticket(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != ID_BYTES + MAC_BYTES) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOf(bytes, ID_BYTES);
        boolean ours = MessageDigest.isEqual(mac(id), Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
        ByteBuffer buffer = ByteBuffer.wrap(id);
        return ours ? Optional.of(new UUID(buffer.getLong(), buffer.getLong())) : Optional.empty();
    }

    private byte[] mac(byte[] id) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(id), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] key(Sql sql) throws SQLException {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        sql.update("insert into ticket.secret (tenant, name, key) values ('*', 'token', ?) on conflict do nothing",
                fresh);
        return sql.list("select key from ticket.secret where name = 'token'", row -> row.getBytes(1)).getFirst();
    }
}
