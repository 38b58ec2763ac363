// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.platform.Platform;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.lti.LaunchResult;
import org.huifang.lti.LoginState;
import org.huifang.lti.LtiLaunch;
import org.huifang.lti.ReasonCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /lti/launch}: the platform has the browser post the id_token, or an error, here. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/launch")
@HttpWhiteboardContextSelect(LtiContext.SELECT)
public final class LaunchServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient Tool tool;
    private final transient Registered registered;
    private final transient Arrivals arrivals;
    private final transient Landings landings;
    private final transient Cookies cookies;
    private final transient Refusals refusals;

    @Activate
    public LaunchServlet(@Reference Tool tool, @Reference Registered registered, @Reference Arrivals arrivals,
            @Reference Landings landings, @Reference Cookies cookies, @Reference Refusals refusals) {
        this.tool = tool;
        this.registered = registered;
        this.arrivals = arrivals;
        this.landings = landings;
        this.cookies = cookies;
        this.refusals = refusals;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Map<String, String> form = Form.body(request);
            String cookie = LoginState.cookieName(form.getOrDefault("state", ""));
            switch (tool.launches().verify(form, cookies.login(request, cookie))) {
                case LaunchResult.Refused refused -> refuse(request, response, refused.reason(), refused.detail());
                case LaunchResult.Verified verified -> {
                    cookies.endLogin(response, cookie);
                    arrive(request, response, verified.launch());
                }
            }
        } catch (Form.Unreadable e) {
            refuse(request, response, e.reason, e.detail());
        } catch (StoreUnavailable | ArchiveUnavailable e) {
            ProblemPage.away(request, response);
        } catch (RuntimeException e) {
            ProblemPage.failed(request, response, e);
        }
    }

    private void arrive(HttpServletRequest request, HttpServletResponse response, LtiLaunch launch) throws IOException {
        Platform platform = registered.find(UUID.fromString(launch.registrationId())).orElseThrow();
        Optional<Arrivals.Arrived> arrived = arrivals.admit(launch, platform);
        if (arrived.isEmpty()) {
            refuse(request, response, ReasonCode.NONCE_REPLAYED, "this launch is on the timeline already");
            return;
        }
        cookies.launch(response, arrived.get().ticket(), StoredLaunches.LIFE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Location", landings.path(arrived.get()));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ReasonCode reason, String detail)
            throws IOException {
        ProblemPage.send(request, response, reason, refusals.record("launch", reason.code(), detail));
    }
}
