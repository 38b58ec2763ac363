// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.Set;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Role;
import org.huifang.api.identity.SignIn;
import org.huifang.rest.Problem;
import org.huifang.rest.Staff;

/** The one place where a request is let in or not. Cookies are not looked at, so no page can ask in a user's name. */
@Priority(Priorities.AUTHENTICATION)
final class RoleCheck implements ContainerRequestFilter {
    private final StaffSignIn signIn;
    private final Set<Role> roles;

    RoleCheck(StaffSignIn signIn, Set<Role> roles) {
        this.signIn = signIn;
        this.roles = roles;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        switch (signIn.signIn(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            case SignIn.Denied denied ->
                request.abortWith(answer(Problem.of("sign-in", 401, "Sign in", "Send name and password by HTTP Basic."))
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Huifang\", charset=\"UTF-8\"").build());
            case SignIn.Throttled throttled -> request.abortWith(
                    answer(Problem.of("throttled", 429, "Too many attempts", "This name has failed too often."))
                            .header(HttpHeaders.RETRY_AFTER, throttled.retryAfter().toSeconds() + 1).build());
            case SignIn.Granted granted -> admit(request, granted.account());
        }
    }

    private void admit(ContainerRequestContext request, Account account) {
        if (Collections.disjoint(account.roles(), roles)) {
            request.abortWith(
                    answer(Problem.of("role", 403, "Not for this role", "None of your roles may ask for this."))
                            .build());
        } else {
            request.setSecurityContext(new Staff(account, request.getSecurityContext().isSecure()));
        }
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
