// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.net.URI;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.access.Caller;
import org.huifang.api.access.Client;
import org.huifang.api.access.Client.Proof;
import org.huifang.api.access.Scope;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Clients and their tokens, as rows. */
final class ClientTable {
    /** What a row knows beside the client. */
    record Keyed(Client client, @Nullable String jwks, boolean inside) {}

    private static final String SELECT = "select id, tenant, name, scopes, key_hash, jwks, keys_at, inside, added, used,"
            + " revoked from identity.client ";
    /** Written at most so often, so that reading does not become writing. */
    private static final Duration USES = Duration.ofMinutes(10);
    private static final String USED = "update identity.client set used = ? where tenant = ? and id = ? and"
            + " (used is null or used < ?)";

    private ClientTable() {
    }

    static List<Client> all(Sql sql, TenantId tenant) throws SQLException {
        return sql.list(SELECT + "where tenant = ? order by name", row -> keyed(row).client(), tenant.value());
    }

    static Optional<Keyed> find(Sql sql, TenantId tenant, UUID id) throws SQLException {
        return sql.list(SELECT + "where tenant = ? and id = ?", ClientTable::keyed, tenant.value(), id).stream()
                .findFirst();
    }

    /** False when the name is taken. */
    static boolean add(Sql sql, Client client, byte @Nullable [] keyHash, @Nullable String jwks, boolean inside)
            throws SQLException {
        URI keysAt = client.keysAt();
        return sql.update("""
                insert into identity.client (id, tenant, name, scopes, key_hash, jwks, keys_at, inside, added)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant, name) do nothing""", client.id(),
                client.tenant().value(), client.name(), written(client.scopes()), keyHash, jwks,
                keysAt == null ? null : keysAt.toString(), inside, client.added()) == 1;
    }

    static boolean revoke(Sql sql, TenantId tenant, UUID id, Instant at) throws SQLException {
        sql.update("delete from identity.client_token where tenant = ? and client = ?", tenant.value(), id);
        return sql.update("update identity.client set revoked = coalesce(revoked, ?) where tenant = ? and id = ?", at,
                tenant.value(), id) == 1;
    }

    static Optional<Caller> byKey(Sql sql, Bearer key, Instant now) throws SQLException {
        byte[] hash = key.hash();
        return used(sql, now, sql.list("""
                select tenant, id, name, scopes, key_hash as hash, used from identity.client
                where key_hash = ? and tenant = ? and revoked is null""", row -> caller(row, hash), hash,
                key.tenant().value()));
    }

    static Optional<Caller> byToken(Sql sql, Bearer token, Instant now) throws SQLException {
        byte[] hash = token.hash();
        return used(sql, now, sql.list("""
                select c.tenant, c.id, c.name, t.scopes, t.hash, c.used from identity.client_token t
                join identity.client c on c.tenant = t.tenant and c.id = t.client
                where t.hash = ? and t.tenant = ? and t.until > ? and c.revoked is null""", row -> caller(row, hash),
                hash, token.tenant().value(), now));
    }

    private static Optional<Caller> used(Sql sql, Instant now, List<Optional<Seen>> found) throws SQLException {
        Seen seen = found.stream().flatMap(Optional::stream).findFirst().orElse(null);
        if (seen == null) {
            return Optional.empty();
        }
        Instant due = now.minus(USES);
        if (seen.used() == null || seen.used().isBefore(due)) {
            sql.update(USED, now, seen.caller().tenant().value(), seen.caller().client(), due);
        }
        return Optional.of(seen.caller());
    }

    static void addToken(Sql sql, Bearer token, UUID client, Set<Scope> scopes, Instant until) throws SQLException {
        sql.update("insert into identity.client_token (hash, tenant, client, scopes, until) values (?, ?, ?, ?, ?)",
                token.hash(), token.tenant().value(), client, written(scopes), until);
    }

    /** True the first time. */
    static boolean firstUse(Sql sql, Client client, String jti, Instant until) throws SQLException {
        return sql.update("""
                insert into identity.client_assertion (tenant, client, jti, until) values (?, ?, ?, ?)
                on conflict do nothing""", client.tenant().value(), client.id(), Bearer.sha256(jti), until) == 1;
    }

    private record Seen(Caller caller, @Nullable Instant used) {}

    private static Optional<Seen> caller(ResultSet row, byte[] hash) throws SQLException {
        return MessageDigest.isEqual(row.getBytes("hash"), hash)
                ? Optional.of(new Seen(new Caller(new TenantId(row.getString("tenant")), Sql.id(row, "id"),
                        row.getString("name"), scopes(row)), Sql.time(row, "used")))
                : Optional.empty();
    }

    private static Keyed keyed(ResultSet row) throws SQLException {
        String keysAt = row.getString("keys_at");
        return new Keyed(new Client(new TenantId(row.getString("tenant")), Sql.id(row, "id"), row.getString("name"),
                scopes(row), row.getBytes("key_hash") == null ? Proof.PRIVATE_KEY_JWT : Proof.API_KEY,
                keysAt == null ? null : URI.create(keysAt), Sql.instant(row, "added"), Sql.time(row, "used"),
                Sql.time(row, "revoked")), row.getString("jwks"), row.getBoolean("inside"));
    }

    /** A scope that a later version had is none here. */
    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        return Sql.texts(row, "scopes").stream().flatMap(key -> Scope.of(key).stream()).collect(Collectors.toSet());
    }

    private static String[] written(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::key).toArray(String[]::new);
    }
}
