// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.hooks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.huifang.api.platform.HookSource;
import org.huifang.api.platform.RosterHints;
import org.huifang.api.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Hooks of plugins that sign nothing and show a token that never changes: in the header {@code X-Huifang-Token}, as a
 * bearer token, or in the body as {@code token}, where Moodle's plugin puts it. Whoever once saw such a hook can make
 * another, so it is a hint only: the rosters that it may be about are read again from the platform.
 */
@Component(service = HintDoor.class)
public final class HintDoor {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable RosterHints rosters;

    public HintDoor() {
    }

    HintDoor(RosterHints rosters) {
        this.rosters = rosters;
    }

    /** Whether the request shows a token, or is for a source that does. */
    static boolean isFor(HttpServletRequest request, Optional<HookSource> source) {
        return source.filter(one -> one.kind() == HookSource.Kind.TOKEN).isPresent()
                || request.getHeader("webhook-signature") == null && header(request) != null;
    }

    void accept(HttpServletRequest request, Optional<HookSource> source) throws Refused, IOException {
        String shown = header(request);
        Hint hint = Hint.read(Hook.body(request), request.getContentType());
        String token = shown == null ? hint.token() : shown;
        HookSource known = source.filter(one -> one.kind() == HookSource.Kind.TOKEN).filter(one -> fits(one, token))
                .orElseThrow(HintDoor::unknown);
        RosterHints there = rosters;
        if (there == null) {
            throw new StoreUnavailable("a part of Huifang is being updated");
        }
        if (known.platform() != null) {
            there.changed(known.tenant(), known.platform(), hint.courses(), hint.people());
        }
    }

    /** Compares with every valid token, and in the same time whether it fits or not. */
    public static boolean fits(HookSource source, @Nullable String token) {
        byte[] given = (token == null ? "" : token).getBytes(StandardCharsets.UTF_8);
        boolean fits = false;
        for (byte[] key : source.keys()) {
            fits |= MessageDigest.isEqual(key, given);
        }
        return fits;
    }

    public static Refused unknown() {
        return Refused.because("token", 401, "The token does not fit",
                "The source is unknown here, or the token is not, or no longer, its own.");
    }

    private static @Nullable String header(HttpServletRequest request) {
        String own = request.getHeader("X-Huifang-Token");
        return own == null ? bearer(request) : own;
    }

    public static @Nullable String bearer(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7).strip()
                : null;
    }
}
