// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * The first half of a launch: answers the platform's login with a redirect to its authorization endpoint, with state
 * and nonce of 256 random bits each. Safe for many threads.
 */
public final class OidcLogin {
    private final Registrations registrations;
    private final LoginStates states;
    private final ToolSite site;
    private final Duration lifetime;
    private final InstantSource clock;

    /**
     * A login with a lifetime of its own.
     *
     * @param registrations the known platforms
     * @param states where the login waits for its launch
     * @param site the tool's own addresses
     * @param lifetime how long the user may take at the platform, for example ten minutes
     * @param clock the time
     */
    public OidcLogin(Registrations registrations, LoginStates states, ToolSite site, Duration lifetime,
            InstantSource clock) {
        this.registrations = registrations;
        this.states = states;
        this.site = site;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /**
     * Begins a login. Stores one login on success and nothing on refusal.
     *
     * @param parameters the parameters of the request, GET or POST alike, decoded
     * @return where to send the browser, or why not
     */
    public LoginResult begin(Map<String, String> parameters) {
        try {
            LoginRequest request = LoginRequest.parse(parameters);
            Registration registration = registration(request);
            Refusal.unless(site.contains(request.targetLinkUri()), ReasonCode.TARGET_LINK_URI,
                    "target_link_uri leads outside the tool");
            return redirect(request, registration);
        } catch (Refusal refusal) {
            return new LoginResult.Refused(refusal.reason, refusal.detail());
        }
    }

    private LoginResult redirect(LoginRequest request, Registration registration) {
        Instant now = clock.instant();
        String browserSecret = Secrets.random();
        LoginState login = new LoginState(Secrets.random(), Secrets.random(), Secrets.hash(browserSecret),
                registration.id(), request.deploymentId(), request.targetLinkUri(), request.messageHint(),
                request.storageTarget(), now, now.plus(lifetime));
        states.issue(login);
        return new LoginResult.Redirect(
                AuthenticationRequest.of(registration, request, login, site.redirectUri()),
                LoginState.cookieName(login.state()), browserSecret, login.state(), request.storageTarget(),
                login.expiresAt());
    }

    private Registration registration(LoginRequest request) throws Refusal {
        List<Registration> fitting = registrations.byIssuer(request.issuer()).stream()
                .filter(r -> r.issuer().equals(request.issuer()))
                .filter(r -> request.clientId() == null || request.clientId().equals(r.clientId())).toList();
        Refusal.unless(!fitting.isEmpty(), ReasonCode.REGISTRATION_UNKNOWN, "no such issuer and client");
        Refusal.unless(fitting.size() == 1, ReasonCode.REGISTRATION_UNKNOWN,
                "the login names no client_id and the issuer has several");
        Registration registration = fitting.getFirst();
        Refusal.unless(registration.enabled(), ReasonCode.REGISTRATION_DISABLED, "registration is switched off");
        Refusal.unless(
                request.deploymentId() == null || registration.deploymentIds().isEmpty()
                        || registration.deploymentIds().contains(request.deploymentId()),
                ReasonCode.DEPLOYMENT, "unknown lti_deployment_id");
        return registration;
    }
}
