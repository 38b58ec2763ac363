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
 * Notices before contacts at {@code /n/<token>}. Reading changes nothing, because programs that look at links in
 * messages read them too; only a form that is sent does. The token is the secret: it is never logged.
 */
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + ContactContext.NAME + ")")
@HttpWhiteboardServletPattern("/*")
@Component(service = Servlet.class)
public final class ContactServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int UNPROCESSABLE = 422;

    private final transient Contacts contacts;
    private final transient Sheets sheets;

    @Activate
    public ContactServlet(@Reference Contacts contacts, @Reference Sheets sheets) {
        this.contacts = contacts;
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
        show(response, layout, contacts.open(layout.self()), HttpServletResponse.SC_OK,
                Layout.query(request, "done").orElse(""));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Layout layout = Layout.of(request);
        if (!Sender.isOurs(request)) {
            new Reply(response, "*").notice(Notice.CONTACT_FOREIGN, layout);
            return;
        }
        Said said = Said.read(request);
        Contact found = contacts.say(layout.self(), said);
        if (found instanceof Contact.Here here) {
            new Reply(response, sheets.ancestors(here.notice().tenant(), layout.launch()))
                    .seeOther(layout.address() + "&done=" + said.name());
        } else if (found instanceof Contact.NotOffered) {
            show(response, layout, contacts.open(layout.self()), UNPROCESSABLE, "");
        } else {
            show(response, layout, found, HttpServletResponse.SC_OK, "");
        }
    }

    /** Tracing would echo the address. */
    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private void show(HttpServletResponse response, Layout layout, Contact found, int status, String done)
            throws IOException {
        switch (found) {
            case Contact.Here here -> new Reply(response, sheets.ancestors(here.notice().tenant(), layout.launch()))
                    .html(status, new ContactPage(layout, here).page(done, status == UNPROCESSABLE));
            case Contact.Away away -> new Reply(response, "*").notice(Notice.CONTACT_AWAY, layout);
            case Contact.Unknown unknown -> new Reply(response, "*").notice(Notice.CONTACT_UNKNOWN, layout);
            case Contact.NotOffered none -> new Reply(response, "*").notice(Notice.CONTACT_UNKNOWN, layout);
        }
    }
}
