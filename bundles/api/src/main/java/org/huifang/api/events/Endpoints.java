// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.events;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Hooks that go out, by Standard Webhooks: what is recorded from now on, as ids without names, signed, at least once, in
 * no promised order. What is not answered with 2xx is sent again after 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h.
 * Thread-safe.
 */
@ProviderType
public interface Endpoints {
    /** An endpoint with its secret, {@code whsec_...}, which is shown this once. */
    record Added(UUID id, String secret) {}

    /** What can be sent, as {@code enrolment.created}. */
    List<String> types();

    /** All of a tenant, oldest first. */
    List<Endpoint> all(TenantId tenant);

    /**
     * Adds an endpoint.
     *
     * @param url https, unless it is {@code inside}
     * @param types see {@link #types()}; none for all
     * @param inside whether the address may be one of the own network: for the operator to say, not for a view
     * @throws IllegalArgumentException when the url or a type does not do
     */
    Added add(TenantId tenant, URI url, Set<String> types, boolean inside);

    /** Has hooks sent, or kept back; what was kept back goes out when it is enabled again. */
    boolean enable(TenantId tenant, UUID endpoint, boolean on);

    /** Takes the endpoint and its log away for good; false when there is none. */
    boolean remove(TenantId tenant, UUID endpoint);

    /**
     * Signs with a further secret from now on, and for a day with the former one, too.
     *
     * @return the new one, which is shown this once
     * @throws IllegalArgumentException when there is no such endpoint
     */
    String rotate(TenantId tenant, UUID endpoint);

    /** Sends a hook of the type {@code endpoint.test} now. */
    boolean test(TenantId tenant, UUID endpoint);

    /**
     * The log, newest first.
     *
     * @param endpoint null for all
     * @param state null for all
     * @param after {@link Page#next()} of the page before, or null for the first
     * @param limit 1 to 500
     */
    Page<Sending> sendings(TenantId tenant, @Nullable UUID endpoint, Sending.@Nullable State state,
            @Nullable String after, int limit);

    /** Sends it once more, now, under the same id, and on the whole schedule; false when there is no such one. */
    boolean resend(TenantId tenant, long sending);
}
