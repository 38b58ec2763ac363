// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Connecting course platforms and looking whether the connection holds. Thread-safe; what returned is committed. */
@ProviderType
public interface PlatformSetup {
    /** What a platform's admin enters there when a platform is registered by hand. */
    ToolAddresses addresses();

    /**
     * Makes an address by which one platform registers itself, once, within a day.
     *
     * @param platform the platform's own address; requests then go there also when it is not a public one. Null for any
     *            public platform
     * @param approved whether a platform at exactly that address needs no approval afterwards; without an address, and
     *            where the issuer is registered already, it always does
     * @return the invitation with its address, which is told this once
     * @throws IllegalArgumentException naming the argument when the address is not absolute http(s)
     */
    Invitation invite(TenantId tenant, @Nullable URI platform, boolean approved);

    /** Invitations that were neither used nor taken back nor have ended; their addresses are not told again. */
    List<Invitation> invitations(TenantId tenant);

    /** Takes an invitation back; does nothing when it is gone. */
    void withdraw(TenantId tenant, UUID invitation);

    /** Platforms that registered themselves and launch nobody until they are approved, newest first. */
    List<PendingPlatform> pending(TenantId tenant);

    /**
     * Lets a pending platform launch.
     *
     * @param deployment in addition to what the platform said; null or empty for none
     * @throws IllegalArgumentException when it is not pending, or that client of the issuer is registered already: a
     *             registration that is in use is never overwritten
     */
    Platform approve(TenantId tenant, UUID pending, @Nullable String deployment);

    /** Forgets a pending platform; does nothing when it is gone. */
    void decline(TenantId tenant, UUID pending);

    /** Switches a registration; one that is off launches nobody, and pages that are open end with the next click. */
    void enable(TenantId tenant, UUID platform, boolean on);

    /** Lets a further deployment launch; again changes nothing. */
    void addDeployment(TenantId tenant, UUID platform, String deployment);

    /** Publishes a new key of the tool, which signs from tomorrow on; returns its id. */
    String rotateKey();

    /**
     * Tries the connection, one finding for each {@link Check}, in their order. Asks the platform over the network: takes
     * seconds.
     *
     * @return empty when there is no such platform
     */
    List<Finding> check(TenantId tenant, UUID platform);
}
