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
import org.huifang.lti.Registration;
import org.huifang.lti.deeplinking.DeepLinkingRequest;
import org.huifang.lti.storage.StorageAnswer;
import org.huifang.lti.storage.StorageExchange;
import org.jspecify.annotations.Nullable;
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
    private final transient LoginRows logins;
    private final transient Arrivals arrivals;
    private final transient Landings landings;
    private final transient Cookies cookies;
    private final transient Pickings pickings;
    private final transient ConnectionTraces traces;
    private final transient Refusals refusals;

    @Activate
    public LaunchServlet(@Reference Tool tool, @Reference Registered registered, @Reference LoginRows logins,
            @Reference Arrivals arrivals,
            @Reference Landings landings, @Reference Cookies cookies, @Reference Pickings pickings,
            @Reference ConnectionTraces traces, @Reference Refusals refusals) {
        this.tool = tool;
        this.registered = registered;
        this.logins = logins;
        this.arrivals = arrivals;
        this.landings = landings;
        this.cookies = cookies;
        this.pickings = pickings;
        this.traces = traces;
        this.refusals = refusals;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Map<String, String> form = Form.body(request);
            String cookie = LoginState.cookieName(form.getOrDefault("state", ""));
            String kept = cookies.login(request, cookie);
            String secret = kept != null ? kept : stored(request, form);
            switch (tool.launches().verify(form, secret)) {
                case LaunchResult.Refused refused when refused.reason() == ReasonCode.STATE_FOREIGN && secret == null ->
                    withoutCookie(request, response, form, refused.detail());
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

    private @Nullable String stored(HttpServletRequest request, Map<String, String> form) {
        return StorageAnswer.secret(form, tool.site(), request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Origin"));
    }

    /** Nothing is opened yet: the browser is asked for what its platform's window keeps, or shown a way without. */
    private void withoutCookie(HttpServletRequest request, HttpServletResponse response, Map<String, String> form,
            String detail) throws IOException {
        Optional<StorageExchange> storage = form.containsKey(StorageAnswer.FIELD)
                ? Optional.empty()
                : tool.stored(form);
        if (storage.isPresent()) {
            StoragePage.ask(request, response, storage.get(), form);
            return;
        }
        String reference = refusals.record("launch", ReasonCode.STATE_FOREIGN.code(), detail);
        Optional<LoginState> login = logins.find(form.getOrDefault("state", ""));
        Optional<Registration> registration = login.flatMap(l -> registered.byId(l.registrationId()));
        if (registration.isPresent()) {
            StoragePage.window(request, response, login.get(), logins.hint(login.get()), registration.get(), reference);
        } else {
            ProblemPage.send(request, response, ReasonCode.STATE_FOREIGN, reference);
        }
    }

    private void arrive(HttpServletRequest request, HttpServletResponse response, LtiLaunch launch) throws IOException {
        Platform platform = registered.find(UUID.fromString(launch.registrationId())).orElseThrow();
        Optional<DeepLinkingRequest> picking = DeepLinkingRequest.of(launch);
        if (picking.isPresent()) {
            pick(request, response, launch, platform, picking.get());
            return;
        }
        Optional<Arrivals.Arrived> arrived = arrivals.admit(launch, platform);
        if (arrived.isEmpty()) {
            refuse(request, response, ReasonCode.NONCE_REPLAYED, "this launch is on the timeline already");
            return;
        }
        traces.launched(platform, launch);
        cookies.launch(response, arrived.get().ticket(), StoredLaunches.LIFE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Location", landings.path(arrived.get()));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    /** Without a redirect: nothing of it would be known on the next page where no cookie is kept. */
    private void pick(HttpServletRequest request, HttpServletResponse response, LtiLaunch launch, Platform platform,
            DeepLinkingRequest picking) throws IOException {
        PickPage page = new PickPage(Words.of(launch.locale(), request), Registered.origin(platform.authUrl()));
        if (!launch.roles().all().isEmpty() && !launch.roles().power().staff()) {
            page.again(response, 403, "pick.teachers", refusals.record("launch", "roles", "picks without teaching"));
            return;
        }
        page.choose(response, pickings.begin(platform, picking, launch.locale()), picking.settings());
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ReasonCode reason, String detail)
            throws IOException {
        ProblemPage.send(request, response, reason, refusals.record("launch", reason.code(), detail));
    }
}
