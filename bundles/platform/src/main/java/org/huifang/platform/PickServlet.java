// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huifang.api.platform.Platform;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.lti.deeplinking.ContentItem;
import org.huifang.lti.deeplinking.DeepLinkingResult;
import org.huifang.lti.deeplinking.LineItemOffer;
import org.huifang.lti.deeplinking.Look;
import org.huifang.lti.deeplinking.Showing;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /lti/deep-link}: takes a teacher's choice and sends it, signed, back to the platform that asked. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/deep-link")
@HttpWhiteboardContextSelect(LtiContext.SELECT)
public final class PickServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String NONE = "'none'";
    private final transient Tool tool;
    private final transient Pickings pickings;
    private final transient Registered registered;
    private final transient Refusals refusals;

    @Activate
    public PickServlet(@Reference Tool tool, @Reference Pickings pickings, @Reference Registered registered,
            @Reference Refusals refusals) {
        this.tool = tool;
        this.pickings = pickings;
        this.registered = registered;
        this.refusals = refusals;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Map<String, String> form = Form.body(request);
            String secret = form.getOrDefault("picking", "");
            String site = request.getHeader("Sec-Fetch-Site");
            Optional<Pickings.Picking> found = site != null && !site.equals("same-origin")
                    ? Optional.empty()
                    : pickings.find(secret);
            Optional<Platform> platform = found.flatMap(picking -> registered.find(picking.registration()))
                    .filter(Platform::enabled);
            if (platform.isEmpty()) {
                again(request, response, null, NONE);
            } else {
                Pickings.Picking picking = found.orElseThrow();
                answer(request, response, picking, Registered.origin(platform.get().authUrl()), secret, form);
            }
        } catch (Form.Unreadable e) {
            ProblemPage.send(request, response, e.reason, refusals.record("pick", e.reason.code(), e.detail()));
        } catch (StoreUnavailable e) {
            ProblemPage.away(request, response);
        } catch (RuntimeException e) {
            ProblemPage.failed(request, response, e);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Pickings.Picking picking,
            String frame, String secret, Map<String, String> form) throws IOException {
        Words words = Words.of(picking.locale(), request);
        PickPage page = new PickPage(words, frame);
        List<Placement> chosen = "cancel".equals(form.get("do")) ? List.of() : PickPage.chosen(form);
        if (chosen.isEmpty() && !"cancel".equals(form.get("do"))) {
            page.choose(response, secret, picking.request().settings());
            return;
        }
        DeepLinkingResult result = tool.picked().respond(picking.request(),
                chosen.stream().map(place -> item(place, words)).toList(), null);
        if (!(result instanceof DeepLinkingResult.Signed signed)) {
            String detail = result instanceof DeepLinkingResult.Refused refused ? refused.reason().code() : "";
            page.again(response, 400, "mismatch", refusals.record("pick", "items", detail));
        } else if (pickings.end(secret)) {
            page.send(response, signed);
        } else {
            again(request, response, picking.locale(), frame);
        }
    }

    private void again(HttpServletRequest request, HttpServletResponse response, @Nullable String locale, String frame)
            throws IOException {
        new PickPage(Words.of(locale, request), frame).again(response, 403, "pick.again",
                refusals.record("pick", "picking", "not open"));
    }

    private ContentItem item(Placement place, Words words) {
        String title = words.plain("pick." + place.word());
        LineItemOffer marks = place == Placement.QUESTIONNAIRE
                ? new LineItemOffer(title, 1, "huifang-" + place.word(), place.word(), null)
                : null;
        return new ContentItem.ResourceLink(tool.at("/?place=" + place.word()),
                Look.of(title, words.plain("pick." + place.word() + ".why")), Showing.ANYHOW,
                Map.of(Placement.PARAMETER, place.word()), marks, null, null);
    }
}
