// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.access.Caller;
import org.huifang.api.identity.Account;

/**
 * Whoever asks: a member of staff, or a client.
 *
 * @param tenant the only one whose data the answer may hold
 * @param id of the account or of the client
 * @param source what files say of what it tells: {@code staff}, or {@code hook:api-<name>}, so that clients rank with
 * other programs
 * @param author who it was: {@code staff:<account>} or {@code client:<name>}
 */
public record Asker(TenantId tenant, UUID id, String source, String author) implements Principal {
    public static Asker of(Account account) {
        return new Asker(account.tenant(), account.id(), "staff", "staff:" + account.id());
    }

    public static Asker of(Caller client) {
        return new Asker(client.tenant(), client.client(), "hook:api-" + client.name(), "client:" + client.name());
    }

    /** The one place from which a resource learns whose data it may touch. */
    public static Asker of(SecurityContext who) {
        return (Asker) who.getUserPrincipal();
    }

    public static TenantId tenant(SecurityContext who) {
        return of(who).tenant();
    }

    @Override
    public String getName() {
        return tenant + "/" + author;
    }

    public boolean isStaff() {
        return source.equals("staff");
    }
}
