// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import org.huifang.ui.internal.host.Host;
import org.huifang.ui.internal.pages.FirstAdmin;
import org.huifang.ui.internal.pages.Next;
import org.huifang.ui.internal.pages.SignInForm;
import org.huifang.ui.internal.views.Url;
import org.jspecify.annotations.Nullable;

/** The host's own pages; no contributed view can take their paths. */
record Pages(String title, Component component) {
    /** Whether the host itself has a page at this URL. */
    static boolean has(Url url) {
        return url.launch() == null && (url.path().equals("login") || url.path().startsWith("first/"));
    }

    /** The page of the host at this URL, or null. */
    static @Nullable Pages at(Url url, Host host) {
        if (url.launch() != null) {
            return null;
        }
        if (url.path().equals("login")) {
            var next = Next.of(url.query());
            return new Pages("ui.signin.title", new SignInForm(host.people(), () -> UI.getCurrent().navigate(next)));
        }
        if (url.path().startsWith("first/")) {
            return new Pages("ui.first.title",
                    new FirstAdmin(host.people(), url.path().substring(6), () -> UI.getCurrent().navigate("")));
        }
        return null;
    }

    static Component signIn(Host host, Runnable done) {
        return new SignInForm(host.people(), done);
    }
}
