// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/** The course platform's own corner of the server. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = DemoContext.NAME, path = "/demo")
public final class DemoContext extends ServletContextHelper {
    static final String NAME = "huifang.demo";
    static final String SELECT = "(osgi.http.whiteboard.context.name=" + NAME + ")";
}
