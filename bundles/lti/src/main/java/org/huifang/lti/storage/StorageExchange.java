// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.storage;

import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huifang.lti.LoginResult;
import org.huifang.lti.LoginState;
import org.huifang.lti.LoginStates;
import org.huifang.lti.Registration;
import org.huifang.lti.Registrations;
import org.jspecify.annotations.Nullable;

/**
 * One value that the platform's window keeps for one login.
 *
 * <ol>
 * <li>Login: when {@link #keeping} says so, answer with {@link StoragePages#keep} instead of a redirect, and set the
 * cookie all the same. The page stores the browser's secret and goes on to the platform.</li>
 * <li>Launch without the cookie: when {@link #asking} says so, answer with {@link StoragePages#ask}. The page gets the
 * secret back and posts the same form again together with it.</li>
 * <li>That post: verify with {@link StorageAnswer#secret} in the place of the cookie. Only now make a session.</li>
 * </ol>
 *
 * @param target {@code _parent} or the name of one of its frames
 * @param origin the platform's origin: that of its registered authorization endpoint, the only one that is spoken to
 *            and listened to
 * @param key what the value is kept under: one per login
 */
public record StorageExchange(String target, String origin, String key) {
    private static final Pattern FRAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.:-]{0,63}");

    /**
     * What to keep at a login.
     *
     * @param go a login that was begun
     * @return empty when the platform offers no storage, or one with an unusable target: redirect then
     */
    public static Optional<StorageExchange> keeping(LoginResult.Redirect go) {
        return of(go.storageTarget(), go.request().endpoint(), go.state());
    }

    /**
     * What to ask for at a launch that came without its cookie. It changes nothing and trusts nothing: the token is
     * verified after the value came back.
     *
     * @param form the posted parameters
     * @param states the logins that wait
     * @param registrations the known platforms
     * @param clock the time
     * @return empty when there is no such login, or its platform offers no storage: refuse then as without a cookie
     */
    public static Optional<StorageExchange> asking(Map<String, String> form, LoginStates states,
            Registrations registrations, InstantSource clock) {
        String state = form.get("state");
        if (state == null || state.isBlank() || state.length() > 512 || state.indexOf('\0') >= 0
                || form.get("id_token") == null) {
            return Optional.empty();
        }
        return states.find(state).filter(login -> clock.instant().isBefore(login.expiresAt()))
                .flatMap(login -> registrations.byId(login.registrationId()).filter(Registration::enabled)
                        .flatMap(r -> of(login.storageTarget(), r.authorizationEndpoint(), login.state())));
    }

    private static Optional<StorageExchange> of(@Nullable String target, URI authorization, String state) {
        return target != null && (target.equals("_parent") || FRAME.matcher(target).matches())
                ? Optional.of(new StorageExchange(target, origin(authorization), LoginState.cookieName(state)))
                : Optional.empty();
    }

    /** As browsers write it: lower case, and no port where it is the usual one. */
    static String origin(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort();
        boolean usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
    }
}
