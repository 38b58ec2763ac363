// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * A raiser's problem at {@code /t/<token>}, and the word whether it is solved. Reading changes nothing, because programs
 * that look at links in messages read them too; only a form that is sent does. The token is the secret: it is never logged.
 */
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + IssueContext.NAME + ")")
@HttpWhiteboardServletPattern("/*")
@Component(service = Servlet.class)
public final class IssueServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Issues issues;
    private final transient Sheets sheets;

    @Activate
    public IssueServlet(@Reference Issues issues, @Reference Sheets sheets) {
        this.issues = issues;
        this.sheets = sheets;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        if (path.startsWith(Assets.PREFIX)) {
            Assets.send(path, response);
            return;
        }
        Layout layout = Layout.of(request);
        show(response, layout, issues.open(layout.self()), Layout.query(request, "done").orElse(""));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Layout layout = Layout.of(request);
        if (!Sender.isOurs(request)) {
            new Reply(response, "*").notice(Notice.ISSUE_FOREIGN, layout);
            return;
        }
        Word word = Word.read(request);
        Issue found = switch (word) {
            case Word.Solved solved -> issues.solved(layout.self());
            case Word.NotSolved(String comment) -> issues.notSolved(layout.self(), comment);
            case Word.Nothing nothing -> issues.open(layout.self());
        };
        if (found instanceof Issue.Here here) {
            new Reply(response, sheets.ancestors(here.asked().tenant(), layout.launch()))
                    .seeOther(layout.address() + "&done=" + word.name());
        } else {
            show(response, layout, found, "");
        }
    }

    /** Tracing would echo the address. */
    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private void show(HttpServletResponse response, Layout layout, Issue found, String done) throws IOException {
        switch (found) {
            case Issue.Here here -> new Reply(response, sheets.ancestors(here.asked().tenant(), layout.launch()))
                    .html(HttpServletResponse.SC_OK, new IssuePage(layout, here).page(done));
            case Issue.Away away -> new Reply(response, "*").notice(Notice.ISSUE_AWAY, layout);
            case Issue.Unknown unknown -> new Reply(response, "*").notice(Notice.ISSUE_UNKNOWN, layout);
        }
    }
}
