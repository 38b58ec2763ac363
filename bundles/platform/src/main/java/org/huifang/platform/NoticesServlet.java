// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.lti.NoticeResult;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /lti/notices}: where platforms post notices, each a signed token. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/notices")
@HttpWhiteboardContextSelect(LtiContext.SELECT)
public final class NoticesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(NoticesServlet.class);
    private static final int LONGEST = 1 << 20;
    private final transient Tool tool;
    private final transient Notices inbox;
    private final transient Refusals refusals;

    @Activate
    public NoticesServlet(@Reference Tool tool, @Reference Notices inbox, @Reference Refusals refusals) {
        this.tool = tool;
        this.inbox = inbox;
        this.refusals = refusals;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        byte[] body = request.getContentLengthLong() > LONGEST
                ? new byte[LONGEST + 1]
                : request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            response.setStatus(413);
            return;
        }
        try {
            List<NoticeResult> results = tool.notices(inbox).take(new String(body, StandardCharsets.UTF_8));
            results.forEach(this::note);
            response.setStatus(NoticeResult.status(results));
        } catch (StoreUnavailable e) {
            response.setHeader("Retry-After", "5");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void note(NoticeResult result) {
        switch (result) {
            case NoticeResult.Refused refused -> refusals.record("notice", refused.reason().code(), refused.detail());
            case NoticeResult.Failed failed -> LOG.warn("A notice could not be taken and will come again",
                    failed.cause());
            case NoticeResult.Taken taken -> LOG.debug("notice {}", taken.notice().type());
            case NoticeResult.Duplicate duplicate -> LOG.debug("notice {} again", duplicate.notice().type());
        }
    }
}
