// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.host;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;

/** What every page has: Lumo with its utility classes, our tokens, push. Requests go by XHR so that they carry cookies. */
@StyleSheet("lumo/lumo.css")
@StyleSheet("lumo/utility.css")
@StyleSheet("huifang/tokens.css")
@StyleSheet("huifang/host.css")
@ColorScheme(ColorScheme.Value.SYSTEM)
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET_XHR)
public final class Page implements AppShellConfigurator {
    private static final long serialVersionUID = 1L;
}
