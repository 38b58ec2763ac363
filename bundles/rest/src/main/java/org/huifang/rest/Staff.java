// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Locale;
import org.huifang.api.TenantId;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Role;

/** The member of staff who asks. */
public record Staff(Account account, boolean secure) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
        return () -> account.tenant() + "/" + account.name();
    }

    @Override
    public boolean isUserInRole(String role) {
        return account.roles().contains(Role.valueOf(role.toUpperCase(Locale.ROOT)));
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return BASIC_AUTH;
    }

    /** The only tenant whose data the answer may hold. */
    public static TenantId tenant(SecurityContext who) {
        String name = who.getUserPrincipal().getName();
        return new TenantId(name.substring(0, name.indexOf('/')));
    }
}
