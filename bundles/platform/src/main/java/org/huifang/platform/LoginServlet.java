// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.lti.LoginResult;
import org.huifang.lti.ReasonCode;
import org.huifang.lti.storage.StorageExchange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /lti/login}: the platform asks us to begin, by GET or POST, and we send the browser back to it. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/login")
@HttpWhiteboardContextSelect(LtiContext.SELECT)
public final class LoginServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient Tool tool;
    private final transient Cookies cookies;
    private final transient Refusals refusals;
    private final transient InstantSource clock;

    @Activate
    public LoginServlet(@Reference Tool tool, @Reference Cookies cookies, @Reference Refusals refusals,
            @Reference InstantSource clock) {
        this.tool = tool;
        this.cookies = cookies;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        begin(request, response, false);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        begin(request, response, true);
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, boolean posted) throws IOException {
        try {
            Map<String, String> parameters = posted ? Form.body(request) : Form.query(request);
            switch (tool.begin(parameters)) {
                case LoginResult.Redirect redirect -> {
                    cookies.login(response, redirect.cookieName(), redirect.browserSecret(),
                            Duration.between(clock.instant(), redirect.expiresAt()));
                    Optional<StorageExchange> storage = StorageExchange.keeping(redirect);
                    if (storage.isPresent()) {
                        StoragePage.keep(request, response, storage.get(), redirect, parameters);
                    } else {
                        response.setHeader("Cache-Control", "no-store");
                        response.setHeader("Location", redirect.request().location().toString());
                        response.setStatus(HttpServletResponse.SC_FOUND);
                    }
                }
                case LoginResult.Refused refused -> refuse(request, response, refused.reason(), refused.detail());
            }
        } catch (Form.Unreadable e) {
            refuse(request, response, e.reason, e.detail());
        } catch (StoreUnavailable e) {
            ProblemPage.away(request, response);
        } catch (RuntimeException e) {
            ProblemPage.failed(request, response, e);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ReasonCode reason, String detail)
            throws IOException {
        ProblemPage.send(request, response, reason, refusals.record("login", reason.code(), detail));
    }
}
