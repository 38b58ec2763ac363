// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.registration;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressException;
import org.huifang.lti.egress.EgressRequest;
import org.huifang.lti.egress.EgressResponse;
import org.huifang.lti.json.Json;
import org.huifang.lti.registration.RegistrationResult.Registered;
import org.jspecify.annotations.Nullable;

/**
 * Registers a tool at a platform in two steps, so that the caller can look at the platform before anything is made:
 * {@link #configuration} reads, {@link #register} asks for a client. Nothing is kept here. Safe for many threads.
 *
 * <p>At the end the page that the platform opened closes itself by {@link #CLOSE_MESSAGE}.
 */
public final class DynamicRegistration {
    /** What the page posts to {@code window.opener || window.parent} when all is done: a JSON object. */
    public static final String CLOSE_MESSAGE = "{\"subject\":\"org.imsglobal.lti.close\"}";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LARGEST = 256 * 1024;

    private final Egress egress;
    private final IssuerRules issuers;

    /**
     * A client.
     *
     * @param egress the way out
     * @param issuers who speaks for whom, for example {@link IssuerRules#STANDARD}
     */
    public DynamicRegistration(Egress egress, IssuerRules issuers) {
        this.egress = egress;
        this.issuers = issuers;
    }

    /**
     * Reads a platform's configuration. It may be called any number of times.
     *
     * @param openidConfiguration the parameter openid_configuration as it came, untrusted; null when it did not
     * @return the configuration, or why there is none
     */
    public ConfigurationResult configuration(@Nullable String openidConfiguration) {
        URI address = openidConfiguration == null ? null : Json.webUri(openidConfiguration);
        if (address == null || address.getRawFragment() != null) {
            return failed(RegistrationFailure.ADDRESS_MALFORMED, "openid_configuration is no web address");
        }
        try {
            EgressResponse answer = egress.send(EgressRequest.get(address, "application/json"));
            Optional<Json> json = answer.status() == 200 ? Json.parse(answer.text()) : Optional.empty();
            return json.map(j -> checked(address, j))
                    .orElseGet(() -> failed(RegistrationFailure.CONFIGURATION_UNREADABLE,
                            "the configuration's address answered " + answer.status() + " and no JSON object"));
        } catch (EgressException e) {
            return failed(unreached(e), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Asks for a client. Not to be repeated: each call makes another one, and tokens are for once.
     *
     * @param platform a configuration that was read just now
     * @param registrationToken the parameter registration_token as it came; null when the platform sent none (D2L)
     * @param tool what the tool says of itself
     * @return the client, or why there is none
     */
    public RegistrationResult register(PlatformConfiguration platform, @Nullable String registrationToken,
            ToolProfile tool) {
        RegistrationRequest request = new RegistrationRequest(tool, platform);
        try {
            Map<String, String> headers = new LinkedHashMap<>(
                    Map.of("Accept", "application/json", "Content-Type", "application/json"));
            if (registrationToken != null && !registrationToken.isBlank()) {
                if (!registrationToken.matches("[\\x21-\\x7e]{1,8192}")) {
                    return new RegistrationResult.Failed(RegistrationFailure.TOKEN_REFUSED, "not a bearer token");
                }
                headers.put("Authorization", "Bearer " + registrationToken);
            }
            return read(egress.send(new EgressRequest("POST", platform.registrationEndpoint(), headers,
                    request.json().getBytes(StandardCharsets.UTF_8), LARGEST, PATIENCE)), platform, request.scopes());
        } catch (EgressException e) {
            return new RegistrationResult.Failed(unreached(e), String.valueOf(e.getMessage()));
        }
    }

    private ConfigurationResult checked(URI address, Json json) {
        Optional<PlatformConfiguration> read = PlatformConfiguration.of(json);
        if (read.isEmpty()) {
            return failed(RegistrationFailure.CONFIGURATION_INCOMPLETE, "an issuer or an endpoint is missing");
        }
        PlatformConfiguration platform = read.get();
        if (!issuers.speaksFor(address, platform.issuer())) {
            return failed(RegistrationFailure.ISSUER_FOREIGN, "the configuration is not at the issuer's host");
        }
        if (!Egress.sameOrigin(address, platform.registrationEndpoint())
                && !issuers.speaksFor(platform.registrationEndpoint(), platform.issuer())) {
            return failed(RegistrationFailure.ENDPOINT_FOREIGN, "the registration endpoint is at another host");
        }
        List<String> algorithms = json.texts("id_token_signing_alg_values_supported");
        List<String> methods = json.texts("token_endpoint_auth_methods_supported");
        if (!algorithms.isEmpty() && !algorithms.contains("RS256")
                || !methods.isEmpty() && !methods.contains("private_key_jwt")) {
            return failed(RegistrationFailure.NOT_COMPATIBLE, "no RS256 or no private_key_jwt");
        }
        return new ConfigurationResult.Read(platform);
    }

    private static RegistrationResult read(EgressResponse answer, PlatformConfiguration platform, Set<String> asked) {
        Json json = Json.parse(answer.text()).orElse(Json.EMPTY);
        String clientId = Objects.requireNonNullElseGet(json.id("client_id"), () -> number(json, "client_id"));
        if (answer.status() != 200 && answer.status() != 201) {
            String error = json.text("error");
            String code = error != null && error.matches("[A-Za-z_]{1,60}") ? " " + error : "";
            return new RegistrationResult.Failed(switch (answer.status()) {
                case 401, 403 -> RegistrationFailure.TOKEN_REFUSED;
                case 400, 409, 422 -> RegistrationFailure.DECLINED;
                default -> RegistrationFailure.PLATFORM_ERROR;
            }, "the registration endpoint answered " + answer.status() + code);
        }
        if (clientId.isEmpty()) {
            return new RegistrationResult.Failed(RegistrationFailure.ANSWER_UNREADABLE, "no client_id in the answer");
        }
        Json lti = json.object("https://purl.imsglobal.org/spec/lti-tool-configuration");
        String deployment = Objects.requireNonNullElseGet(lti.id("deployment_id"), () -> number(lti, "deployment_id"));
        String scope = json.text("scope");
        return new Registered(platform, clientId, deployment.isEmpty() ? Set.of() : Set.of(deployment),
                scope == null ? asked : Set.of(scope.trim().split("\\s+")), json.web("registration_client_uri"));
    }

    /** Some platforms send ids as numbers. */
    private static String number(Json json, String name) {
        Long number = json.number(name);
        return number == null ? "" : number.toString();
    }

    private static RegistrationFailure unreached(EgressException e) {
        return e.refused() ? RegistrationFailure.ADDRESS_REFUSED : RegistrationFailure.UNREACHABLE;
    }

    private static ConfigurationResult failed(RegistrationFailure reason, String detail) {
        return new ConfigurationResult.Failed(reason, detail);
    }
}
