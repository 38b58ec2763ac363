// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/** Its own corner of the server: no sessions, and no other's catch-all in front. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = LtiContext.NAME, path = "/lti")
public final class LtiContext extends ServletContextHelper {
    static final String NAME = "huifang.lti";
    static final String SELECT = "(osgi.http.whiteboard.context.name=" + NAME + ")";
}
