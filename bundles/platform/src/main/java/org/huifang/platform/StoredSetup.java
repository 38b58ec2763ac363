// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.platform.Finding;
import org.huifang.api.platform.Invitation;
import org.huifang.api.platform.PendingPlatform;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.PlatformSetup;
import org.huifang.api.platform.ToolAddresses;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Invitations, approval and switches in the database. */
@Component
public final class StoredSetup implements PlatformSetup {
    private final PlatformStore store;
    private final Registered registered;
    private final Invitations invitations;
    private final PendingPlatforms pending;
    private final ToolKeyRing keys;
    private final ConnectionCheck check;
    private final Tool tool;

    @Activate
    public StoredSetup(@Reference PlatformStore store, @Reference Registered registered,
            @Reference Invitations invitations, @Reference PendingPlatforms pending, @Reference ToolKeyRing keys,
            @Reference ConnectionCheck check, @Reference Tool tool) {
        this.store = store;
        this.registered = registered;
        this.invitations = invitations;
        this.pending = pending;
        this.keys = keys;
        this.check = check;
        this.tool = tool;
    }

    @Override
    public ToolAddresses addresses() {
        return new ToolAddresses(tool.at("/"), tool.at("/lti/login"), tool.at("/lti/launch"), tool.at("/lti/jwks"),
                tool.at("/lti/deep-link"));
    }

    @Override
    public Invitation invite(TenantId tenant, @Nullable URI platform, boolean approved) {
        if (platform != null && Page.origin(platform).startsWith("'")) {
            throw new IllegalArgumentException(
                    "platform: give an absolute address that begins with https:// (or http://) and a host");
        }
        return invitations.make(tenant, platform, approved);
    }

    @Override
    public List<Invitation> invitations(TenantId tenant) {
        return invitations.open(tenant);
    }

    @Override
    public void withdraw(TenantId tenant, UUID invitation) {
        invitations.withdraw(tenant, invitation);
    }

    @Override
    public List<PendingPlatform> pending(TenantId tenant) {
        return pending.all(tenant);
    }

    @Override
    public Platform approve(TenantId tenant, UUID id, @Nullable String deployment) {
        return pending.approve(tenant, id, deployment);
    }

    @Override
    public void decline(TenantId tenant, UUID id) {
        pending.decline(tenant, id);
    }

    @Override
    public void enable(TenantId tenant, UUID platform, boolean on) {
        store.of(tenant,
                sql -> sql.update("update platform.registration set enabled = ? where id = ? and tenant = ?", on,
                        platform,
                        tenant.value()));
        registered.forget();
    }

    @Override
    public void addDeployment(TenantId tenant, UUID platform, String deployment) {
        if (deployment.isBlank() || deployment.length() > 255) {
            throw new IllegalArgumentException("deployment: give 1 to 255 characters");
        }
        store.of(tenant, sql -> sql.update("""
                insert into platform.deployment (registration, deployment, tenant)
                select id, ?, tenant from platform.registration where id = ? and tenant = ? on conflict do nothing""",
                deployment.strip(), platform, tenant.value()));
        registered.forget();
    }

    @Override
    public String rotateKey() {
        return keys.rotate();
    }

    @Override
    public List<Finding> check(TenantId tenant, UUID platform) {
        return registered.find(platform).filter(p -> p.tenant().equals(tenant)).map(check::of).orElse(List.of());
    }
}
