// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.time.InstantSource;
import java.util.Map;
import org.huifang.lti.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The second half of a launch: decides whether a posted id_token is a genuine, fresh LTI launch of this very browser.
 * Safe for many threads; keep one for all launches. It asks the platform at most for its keys.
 *
 * <p>Order: caps, state and browser, registration, header, signature, then the claims, and last the login is used up:
 * nothing is written for a token that does not verify.
 */
public final class LaunchVerifier {
    private final Registrations registrations;
    private final LoginStates states;
    private final Jwks jwks;
    private final ToolSite site;
    private final LaunchRules rules;
    private final InstantSource clock;

    /**
     * A verifier.
     *
     * @param registrations the known platforms
     * @param states the logins that wait
     * @param jwks the platforms' keys
     * @param site the tool's own addresses
     * @param rules the limits, for example {@link LaunchRules#STANDARD}
     * @param clock the time
     */
    public LaunchVerifier(Registrations registrations, LoginStates states, Jwks jwks, ToolSite site, LaunchRules rules,
            InstantSource clock) {
        this.registrations = registrations;
        this.states = states;
        this.jwks = jwks;
        this.site = site;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Verifies what the platform made the browser post to the redirect URI.
     *
     * @param form the posted parameters: state and id_token, or error
     * @param browserSecret the value of the cookie {@link LoginState#cookieName cookieName(state)}, null when the
     *            browser sent none; for platforms with postMessage storage, the value the browser returned
     * @return the launch, or why not; the same token never verifies twice
     */
    public LaunchResult verify(Map<String, String> form, @Nullable String browserSecret) {
        try {
            return new LaunchResult.Verified(launch(form, browserSecret));
        } catch (Refusal refusal) {
            return new LaunchResult.Refused(refusal.reason, refusal.detail());
        }
    }

    private LtiLaunch launch(Map<String, String> form, @Nullable String browserSecret) throws Refusal {
        String error = form.get("error");
        if (error != null) {
            throw new Refusal(ReasonCode.PLATFORM_ERROR, error.matches("[a-z_]{1,40}") ? error : "unreadable error");
        }
        String token = form.get("id_token");
        Refusal.unless(token == null || token.length() <= rules.maxTokenLength(), ReasonCode.TOO_LARGE,
                "id_token over the cap");
        LoginState login = login(form.get("state"), browserSecret);
        Registration registration = registrations.byId(login.registrationId())
                .orElseThrow(() -> new Refusal(ReasonCode.REGISTRATION_UNKNOWN, "registration was removed"));
        Refusal.unless(registration.enabled(), ReasonCode.REGISTRATION_DISABLED, "registration is switched off");
        SignedToken signed = SignedToken.parse(token, rules.maxTokenLength());
        Json claims = signed.verifiedBy(jwks.key(registration.jwksUri(), signed.kid()));
        LtiLaunch launch = new LaunchClaims(registration, login, site, rules, clock.instant()).check(claims);
        Refusal.unless(
                registration.deploymentIds().contains(launch.deploymentId())
                        || registrations.firstDeployment(registration, launch.deploymentId()),
                ReasonCode.DEPLOYMENT, "the registration has no deployment yet");
        Refusal.unless(states.consume(login), ReasonCode.NONCE_REPLAYED, "this login was already used");
        return launch;
    }

    private LoginState login(@Nullable String state, @Nullable String browserSecret) throws Refusal {
        if (state == null || state.isBlank() || state.length() > 512 || state.indexOf('\0') >= 0) {
            throw new Refusal(ReasonCode.STATE, "no usable state");
        }
        LoginState login = states.find(state).orElseThrow(() -> new Refusal(ReasonCode.STATE, "unknown state"));
        Refusal.unless(Secrets.same(login.state(), state), ReasonCode.STATE, "unknown state");
        Refusal.unless(clock.instant().isBefore(login.expiresAt()), ReasonCode.STATE, "the login has expired");
        Refusal.unless(browserSecret != null && Secrets.same(Secrets.hash(browserSecret), login.browserHash()),
                ReasonCode.STATE_FOREIGN, browserSecret == null ? "no cookie" : "the cookie of another login");
        return login;
    }
}
