// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.huifang.api.access.Caller;
import org.huifang.api.access.Scope;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Role;
import org.huifang.api.identity.SignIn;
import org.huifang.rest.Asker;
import org.huifang.rest.Problem;
import org.huifang.rest.Refusal;
import org.jspecify.annotations.Nullable;

/** The one place where a request is let in or not. Cookies are not looked at, so no page can ask in a user's name. */
@Priority(Priorities.AUTHENTICATION)
final class AccessCheck implements ContainerRequestFilter {
    /** Who asks, for everything that stands behind this. */
    private record Who(Asker asker, boolean secure, String scheme) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return asker;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getAuthenticationScheme() {
            return scheme;
        }
    }

    private static final String REALM = "realm=\"Huifang\"";

    private final StaffSignIn staff;
    private final ClientSignIn clients;
    private final Set<Role> roles;
    private final @Nullable Scope scope;

    AccessCheck(StaffSignIn staff, ClientSignIn clients, Set<Role> roles, @Nullable Scope scope) {
        this.staff = staff;
        this.clients = clients;
        this.roles = roles;
        this.scope = scope;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals("OPTIONS")) {
            return;
        }
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header != null && ClientSignIn.isBearer(header)) {
            Caller caller = clients.signIn(header).orElseThrow(() -> unknown("Bearer " + REALM
                    + ", error=\"invalid_token\""));
            if (scope == null || !caller.scopes().contains(scope)) {
                throw new Refusal(Problem.of("scope", 403, "Not with these scopes",
                        scope == null ? "No client may ask for this." : "This needs the scope " + scope.key() + "."),
                        Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer " + REALM + ", error=\"insufficient_scope\""
                                + (scope == null ? "" : ", scope=\"" + scope.key() + "\"")));
            }
            let(request, Asker.of(caller), "Bearer");
            return;
        }
        switch (staff.signIn(header)) {
            case SignIn.Denied denied -> throw unknown("Basic " + REALM + ", charset=\"UTF-8\"");
            case SignIn.Throttled throttled -> throw new Refusal(
                    Problem.of("throttled", 429, "Too many attempts", "This name has failed too often."),
                    Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(throttled.retryAfter().toSeconds() + 1)));
            case SignIn.Granted granted -> admit(request, granted.account());
        }
    }

    private void admit(ContainerRequestContext request, Account account) {
        if (Collections.disjoint(account.roles(), roles)) {
            throw new Refusal(Problem.of("role", 403, "Not for this role", "None of your roles may ask for this."));
        }
        let(request, Asker.of(account), SecurityContext.BASIC_AUTH);
    }

    private static void let(ContainerRequestContext request, Asker asker, String scheme) {
        request.setSecurityContext(new Who(asker, request.getSecurityContext().isSecure(), scheme));
    }

    /** The same for unknown, wrong, expired and revoked. */
    private static Refusal unknown(String challenge) {
        return new Refusal(Problem.of("sign-in", 401, "Sign in",
                "Send a key or token as Bearer, or name and password of an account as Basic."),
                Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge));
    }
}
