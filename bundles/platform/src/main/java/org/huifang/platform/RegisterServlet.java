// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.lti.registration.ConfigurationResult;
import org.huifang.lti.registration.DynamicRegistration;
import org.huifang.lti.registration.PlatformConfiguration;
import org.huifang.lti.registration.RegistrationFailure;
import org.huifang.lti.registration.RegistrationResult;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code /lti/register}: opened by a platform's admin there, with an invitation of ours. Looking costs nothing; the button
 * registers, once.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/register")
@HttpWhiteboardContextSelect(LtiContext.SELECT)
public final class RegisterServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient Tool tool;
    private final transient Invitations invitations;
    private final transient PendingPlatforms pending;
    private final transient Refusals refusals;

    @Activate
    public RegisterServlet(@Reference Tool tool, @Reference Invitations invitations,
            @Reference PendingPlatforms pending, @Reference Refusals refusals) {
        this.tool = tool;
        this.invitations = invitations;
        this.pending = pending;
        this.refusals = refusals;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        handle(request, response, false);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        handle(request, response, true);
    }

    private void handle(HttpServletRequest request, HttpServletResponse response, boolean pressed) throws IOException {
        try {
            Map<String, String> asked = pressed ? Form.body(request) : Form.query(request);
            RegisterPage page = new RegisterPage(Words.of(request), asked);
            String site = request.getHeader("Sec-Fetch-Site");
            Optional<Invitations.Open> invitation = pressed && site != null && !site.equals("same-origin")
                    ? Optional.empty()
                    : invitations.find(asked.getOrDefault("invite", ""));
            if (invitation.isEmpty()) {
                page.refused(response, "invite", refusals.record("register", "invite", "not open"));
                return;
            }
            DynamicRegistration door = tool.registering(invitation.get().platform());
            switch (door.configuration(asked.get("openid_configuration"))) {
                case ConfigurationResult.Failed failed -> fail(page, response, failed.reason(), failed.detail());
                case ConfigurationResult.Read read -> {
                    if (pressed) {
                        register(page, response, invitation.get(), door, read.configuration());
                    } else {
                        page.offer(response, read.configuration());
                    }
                }
            }
        } catch (Form.Unreadable e) {
            ProblemPage.send(request, response, e.reason, refusals.record("register", e.reason.code(), e.detail()));
        } catch (StoreUnavailable e) {
            ProblemPage.away(request, response);
        } catch (RuntimeException e) {
            ProblemPage.failed(request, response, e);
        }
    }

    private void register(RegisterPage page, HttpServletResponse response, Invitations.Open invitation,
            DynamicRegistration door, PlatformConfiguration platform) throws IOException {
        if (!invitations.use(invitation)) {
            page.refused(response, "invite", refusals.record("register", "invite", "used meanwhile"));
            return;
        }
        switch (door.register(platform, page.token(), tool.profile())) {
            case RegistrationResult.Failed failed -> {
                invitations.giveBack(invitation);
                fail(page, response, failed.reason(), failed.detail());
            }
            case RegistrationResult.Registered made -> {
                boolean trusted = trusted(invitation, platform);
                UUID id = pending.add(invitation.tenant(), made);
                if (trusted) {
                    pending.approve(invitation.tenant(), id, null);
                }
                page.done(response, platform, trusted);
            }
        }
    }

    /** Approved beforehand is the very platform that the admin named, and only where nobody has its issuer yet. */
    private boolean trusted(Invitations.Open invitation, PlatformConfiguration platform) {
        URI named = invitation.platform();
        return invitation.approved() && named != null
                && Page.origin(named).equals(Page.origin(URI.create(platform.issuer())))
                && !pending.issuerKnown(platform.issuer());
    }

    private void fail(RegisterPage page, HttpServletResponse response, RegistrationFailure reason, String detail)
            throws IOException {
        page.refused(response, reason.code(), refusals.record("register", reason.code(), detail));
    }
}
