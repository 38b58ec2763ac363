// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.huifang.api.revisit.Answers;
import org.huifang.api.revisit.Sheet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Questionnaires at {@code /s/<token>}. The token is the secret: it is never logged. */
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + SurveyContext.NAME + ")")
@HttpWhiteboardServletPattern("/*")
@Component(service = Servlet.class)
public final class SurveyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Sheets sheets;

    @Activate
    public SurveyServlet(@Reference Sheets sheets) {
        this.sheets = sheets;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = path(request);
        if (path.startsWith(Assets.PREFIX)) {
            Assets.send(path, response);
            return;
        }
        Layout layout = Layout.of(request);
        if (layout.self().isEmpty()) {
            // Shows no data and takes none, so anybody may frame it: without a token the platform is not known.
            new Reply(response, "*").notice(Notice.NOTHING, layout);
            return;
        }
        Found found = sheets.open(layout.self());
        Reply reply = new Reply(response, sheets.ancestors(found, layout.launch()));
        if (found instanceof Found.Here(Sheet sheet) && sheet.status() == Sheet.Status.OPEN) {
            page(reply, layout, sheet, HttpServletResponse.SC_OK, sheet.answers(), sheet.answers().comment(), false);
        } else {
            reply.notice(notice(found), layout);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Layout layout = Layout.of(request);
        Form form = Sender.isOurs(request) ? Form.read(request) : new Form.Unreadable();
        Found found = switch (form) {
            case Form.Filled filled when filled.onlyKeep() -> sheets.save(layout.self(), filled.answers());
            case Form.Filled filled -> sheets.handIn(layout.self(), filled.answers());
            case Form.CommentTooLong tooLong -> sheets.open(layout.self());
            case Form.TooLarge large -> new Found.Unknown();
            case Form.Unreadable unreadable -> new Found.Unknown();
        };
        Reply reply = new Reply(response, sheets.ancestors(found, layout.launch()));
        switch (form) {
            case Form.TooLarge large -> reply.notice(Notice.TOO_LARGE, layout);
            case Form.Unreadable unreadable -> reply.notice(Sender.isOurs(request) ? Notice.UNREADABLE : Notice.FOREIGN,
                    layout);
            case Form.CommentTooLong(Answers answers, String comment) when open(found) -> page(reply, layout,
                    ((Found.Here) found).sheet(), 422, answers, comment, true);
            case Form.Filled(Answers answers, boolean onlyKeep) when onlyKeep -> reply.status(open(found)
                    ? HttpServletResponse.SC_NO_CONTENT
                    : HttpServletResponse.SC_CONFLICT);
            default -> settled(reply, layout, found);
        }
    }

    /** Tracing would echo the address. */
    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private static void settled(Reply reply, Layout layout, Found found) throws IOException {
        if (found instanceof Found.Here(Sheet sheet) && sheet.status() == Sheet.Status.ANSWERED) {
            reply.seeOther(layout.address());
        } else {
            reply.notice(notice(found), layout);
        }
    }

    private void page(Reply reply, Layout layout, Sheet sheet, int status, Answers answers, String comment,
            boolean tooLong) throws IOException {
        QuestionnairePage page = new QuestionnairePage(layout, sheets.courseTitle(sheet).orElse(null));
        reply.html(status, page.page(answers, comment, tooLong));
    }

    private static boolean open(Found found) {
        return found instanceof Found.Here(Sheet sheet) && sheet.status() == Sheet.Status.OPEN;
    }

    private static Notice notice(Found found) {
        return switch (found) {
            case Found.Unknown unknown -> Notice.UNKNOWN;
            case Found.Away away -> Notice.AWAY;
            case Found.Here(Sheet sheet) -> switch (sheet.status()) {
                case NOT_YET -> Notice.NOT_YET;
                case ANSWERED -> Notice.ANSWERED;
                case CLOSED, OPEN -> Notice.CLOSED;
            };
        };
    }

    private static String path(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo()).orElse("/");
    }
}
