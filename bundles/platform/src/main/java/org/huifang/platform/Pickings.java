// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.platform.Platform;
import org.huifang.lti.DeepLinkingSettings;
import org.huifang.lti.deeplinking.DeepLinkingRequest;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Choices under way, known by a secret in the form and not by a cookie; each ends with its one answer. */
@Component(service = Pickings.class)
public final class Pickings {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private final PlatformStore store;
    private final InstantSource clock;

    /** What was kept of the launch. */
    record Picking(UUID registration, DeepLinkingRequest request, @Nullable String locale) {}

    @Activate
    public Pickings(@Reference PlatformStore store, @Reference InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The secret. */
    String begin(Platform platform, DeepLinkingRequest request, @Nullable String locale) {
        String secret = Secret.text(32);
        store.of(platform.tenant(), sql -> {
            sql.update("delete from platform.picking where ends < ?", clock.instant());
            return sql.update("""
                    insert into platform.picking
                    (secret, tenant, registration, issuer, client_id, deployment, settings, locale, ends)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", Secret.hash(secret), platform.tenant().value(),
                    platform.id(), request.issuer(), request.clientId(), request.deploymentId(),
                    written(request.settings()), locale, clock.instant().plus(LIFE));
        });
        return secret;
    }

    Optional<Picking> find(String secret) {
        return store.ofAll(sql -> sql.one("select * from platform.picking where secret = ? and ends > ?",
                Pickings::read, Secret.hash(secret),
                clock.instant()));
    }

    /** For exactly one caller. */
    boolean end(String secret) {
        return store.ofAll(sql -> sql.update("delete from platform.picking where secret = ?",
                Secret.hash(secret))) == 1;
    }

    private static Picking read(ResultSet r) throws SQLException {
        Map<String, String> s = parsed(Objects.requireNonNull(r.getString("settings")));
        DeepLinkingSettings settings = new DeepLinkingSettings(URI.create(s.getOrDefault("return_url", "")),
                lines(s.get("types")), lines(s.get("targets")), s.get("media"), s.containsKey("multiple"),
                s.containsKey("line_item") ? Boolean.valueOf(s.get("line_item")) : null, s.containsKey("auto_create"),
                s.get("title"), s.get("text"), s.get("data"));
        return new Picking(r.getObject("registration", UUID.class),
                new DeepLinkingRequest(Objects.requireNonNull(r.getString("issuer")),
                        Objects.requireNonNull(r.getString("client_id")),
                        Objects.requireNonNull(r.getString("deployment")), settings),
                r.getString("locale"));
    }

    private static String written(DeepLinkingSettings settings) {
        Map<String, @Nullable String> members = new LinkedHashMap<>();
        members.put("return_url", settings.returnUrl().toString());
        members.put("types", String.join("\n", settings.acceptTypes()));
        members.put("targets", String.join("\n", settings.presentationTargets()));
        members.put("media", settings.acceptMediaTypes());
        members.put("multiple", settings.acceptMultiple() ? "true" : null);
        members.put("line_item",
                settings.acceptLineItem() == null ? null : String.valueOf(settings.acceptLineItem()));
        members.put("auto_create", settings.autoCreate() ? "true" : null);
        members.put("title", settings.title());
        members.put("text", settings.text());
        members.put("data", settings.data());
        return members.entrySet().stream().filter(member -> member.getValue() != null)
                .map(member -> member.getKey() + "="
                        + URLEncoder.encode(String.valueOf(member.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> parsed(String written) {
        Map<String, String> members = new LinkedHashMap<>();
        for (String member : written.split("&")) {
            String[] parts = member.split("=", 2);
            members.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return members;
    }

    private static List<String> lines(@Nullable String text) {
        return List.of(Objects.requireNonNullElse(text, "").split("\n"));
    }
}
