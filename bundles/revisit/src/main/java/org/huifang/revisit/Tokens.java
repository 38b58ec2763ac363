// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
 * The tokens in the links of questionnaires and notices: an id followed by 128 bits of an HMAC-SHA-256 over it. The key
 * is made by this installation and kept in its database, so tokens need not be stored, can be listed again, and stop
 * working together when the key is removed.
 */
@Component(service = Tokens.class)
public final class Tokens {
    private static final int MAC_BYTES = 16;
    private static final int ID_BYTES = 16;

    /** What a token is good for; one of a notice opens no questionnaire. */
    private enum Use {
        ANSWER(""), NOTICE("notice:");

        private final byte[] salt;

        Use(String salt) {
            this.salt = salt.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private final SecretKeySpec key;

    @Activate
    public Tokens(@Reference RevisitStore store) {
        this(store.ofAll(Tokens::key));
    }

    Tokens(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** Of a questionnaire. */
    String of(UUID obligation) {
        return token(bytes(obligation), Use.ANSWER);
    }

    /** Of a notice. */
    String notice(UUID contact) {
        return token(bytes(contact), Use.NOTICE);
    }

    private String token(byte[] id, Use use) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(ByteBuffer.allocate(ID_BYTES + MAC_BYTES).put(id).put(mac(id, use)).array());
    }

    /** The obligation of a token of ours. */
    Optional<UUID> obligation(String token) {
        return read(token, Use.ANSWER);
    }

    /** The contact of a token of ours. */
    Optional<UUID> contact(String token) {
        return read(token, Use.NOTICE);
    }

    private Optional<UUID> read(String token, Use use) {
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
        boolean ours = MessageDigest.isEqual(mac(id, use), Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
        ByteBuffer buffer = ByteBuffer.wrap(id);
        return ours ? Optional.of(new UUID(buffer.getLong(), buffer.getLong())) : Optional.empty();
    }

    private byte[] mac(byte[] id, Use use) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(use.salt);
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
        sql.update("insert into revisit.secret (tenant, name, key) values ('*', 'token', ?) on conflict do nothing",
                fresh);
        return sql.list("select key from revisit.secret where name = 'token'", row -> row.getBytes(1)).getFirst();
    }
}
