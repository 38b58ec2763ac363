// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tools of the course platform: Huifang as it was registered at the start, and what registered itself since. */
@Component(service = Clients.class)
public final class Clients {
    private static final Duration INVITATION = Duration.ofHours(1);
    private final DemoStore store;
    private final Client first;
    private final InstantSource clock;

    @Activate
    public Clients(@Reference DemoStore store, @Reference Place place, @Reference InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.first = new Client(Campus.CLIENT, Campus.DEPLOYMENT, "Huifang",
                URI.create(place.tool() + "/lti/login"), List.of(place.tool() + "/lti/launch"),
                URI.create(place.tool() + "/"), URI.create(place.tool() + "/lti/deep-link"),
                URI.create(place.toolFromHere() + "/lti/jwks"), Set.copyOf(Scopes.ALL), Map.of(), true);
    }

    List<Client> all() {
        return Stream
                .concat(Stream.of(first), store
                        .of(sql -> sql.list("select * from demo.client order by deployment", Clients::read)).stream())
                .toList();
    }

    Optional<Client> find(String id) {
        return all().stream().filter(client -> client.id().equals(id)).findFirst();
    }

    Optional<Client> active(String id) {
        return find(id).filter(Client::active);
    }

    /** A registration token, good once and for an hour. */
    String invite() {
        String token = UUID.randomUUID().toString();
        store.of(sql -> sql.update("""
                insert into demo.invitation (token, tenant, ends, used) values (?, ?, ?, false)""", token,
                DemoStore.TENANT.value(), clock.instant().plus(INVITATION)));
        return token;
    }

    /** Whether the token was good; it is not any more. */
    boolean use(String token) {
        return store.of(sql -> sql.update(
                "update demo.invitation set used = true where token = ? and not used and ends > ?", token,
                clock.instant())) == 1;
    }

    /** Keeps a tool, which is pending until somebody approves it. */
    Client register(Client wish) {
        return store.of(sql -> sql.one("""
                insert into demo.client (id, tenant, name, login, redirects, target, deep_link, jwks, scopes, custom,
                active, registered) values (?, ?, ?, ?, string_to_array(?, ' '), ?, ?, ?, ?, ?, false, ?)
                returning *""", Clients::read, UUID.randomUUID().toString().substring(0, 13), DemoStore.TENANT.value(),
                wish.name(),
                wish.login().toString(), String.join(" ", wish.redirects()), wish.target().toString(),
                wish.deepLink() == null ? null : wish.deepLink().toString(), wish.jwks().toString(),
                String.join(" ", wish.scopes()), JSONObjectUtils.toJSONString(Map.copyOf(wish.custom())),
                clock.instant())).orElseThrow();
    }

    void approve(String id) {
        store.of(sql -> sql.update("update demo.client set active = true where id = ?", id));
    }

    void remove(String id) {
        store.of(sql -> {
            sql.update("delete from demo.line_item where client = ?", id);
            sql.update("delete from demo.activity where client = ?", id);
            return sql.update("delete from demo.client where id = ?", id);
        });
    }

    private static Client read(ResultSet r) throws SQLException {
        String deepLink = r.getString("deep_link");
        return new Client(text(r, "id"), text(r, "deployment"), text(r, "name"), URI.create(text(r, "login")),
                List.of((String[]) r.getArray("redirects").getArray()), URI.create(text(r, "target")),
                deepLink == null ? null : URI.create(deepLink), URI.create(text(r, "jwks")),
                Set.of(text(r, "scopes").split(" ")), texts(text(r, "custom")), r.getBoolean("active"));
    }

    /** A JSON object of texts. */
    static Map<String, String> texts(String json) {
        try {
            Map<String, String> texts = new LinkedHashMap<>();
            JSONObjectUtils.parse(json).forEach((name, value) -> texts.put(name, String.valueOf(value)));
            return texts;
        } catch (ParseException e) {
            return Map.of();
        }
    }

    private static String text(ResultSet r, String column) throws SQLException {
        return Objects.requireNonNull(r.getString(column));
    }
}
