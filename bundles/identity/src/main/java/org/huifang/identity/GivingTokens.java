// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.api.access.Scope;
import org.huifang.api.access.TokenAnswer;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Gives tokens for what clients sign. */
final class GivingTokens {
    static final Duration LIFE = Duration.ofMinutes(15);

    private final AccountStore store;
    private final KeysElsewhere elsewhere;
    private final List<String> audiences;

    GivingTokens(AccountStore store, KeysElsewhere elsewhere, List<String> audiences) {
        this.store = store;
        this.elsewhere = elsewhere;
        this.audiences = audiences;
    }

    TokenAnswer exchange(String assertion, String scope, Instant now) {
        Assertion read = Assertion.read(assertion, audiences, now).orElse(null);
        ClientTable.Keyed known = read == null ? null : find(read);
        if (read == null || known == null) {
            return new TokenAnswer.InvalidClient();
        }
        // no connection to the database waits for the client's address
        return wrong(known, read)
                .orElseGet(() -> store.unit().sql(read.tenant(), c -> give(new Sql(c), read, scope, now)));
    }

    private ClientTable.@Nullable Keyed find(Assertion read) {
        return store.unit().sql(read.tenant(), c -> alive(new Sql(c), read)).orElse(null);
    }

    private static Optional<ClientTable.Keyed> alive(Sql sql, Assertion read) throws SQLException {
        return ClientTable.find(sql, read.tenant(), read.client()).filter(one -> one.client().revoked() == null);
    }

    private Optional<TokenAnswer> wrong(ClientTable.Keyed known, Assertion read) {
        String jwks = known.jwks();
        if (known.client().keysAt() != null) {
            return elsewhere.wrong(known.client().keysAt(), known.inside(), read.token());
        }
        return jwks != null && read.signedBy(jwks) ? Optional.empty() : Optional.of(new TokenAnswer.InvalidClient());
    }

    private static TokenAnswer give(Sql sql, Assertion read, String scope, Instant now) throws SQLException {
        ClientTable.Keyed still = alive(sql, read).orElse(null);
        if (still == null || !ClientTable.firstUse(sql, still.client(), read.jti(), read.forgotten())) {
            return new TokenAnswer.InvalidClient();
        }
        Set<Scope> scopes = asked(scope, still.client().scopes());
        if (scopes.isEmpty()) {
            return new TokenAnswer.InvalidScope();
        }
        Bearer token = Bearer.fresh(Bearer.Kind.TOKEN, read.tenant());
        ClientTable.addToken(sql, token, read.client(), scopes, now.plus(LIFE));
        return new TokenAnswer.Granted(token.text(), LIFE, scopes);
    }

    /** Empty when anything is asked for that the client does not have. */
    private static Set<Scope> asked(String scope, Set<Scope> has) {
        if (scope.isBlank()) {
            return has;
        }
        Set<Optional<Scope>> asked = Arrays.stream(scope.strip().split(" +")).map(Scope::of)
                .collect(Collectors.toSet());
        Set<Scope> known = asked.stream().flatMap(Optional::stream).collect(Collectors.toSet());
        return !asked.contains(Optional.<Scope>empty()) && has.containsAll(known) ? known : Set.of();
    }
}
