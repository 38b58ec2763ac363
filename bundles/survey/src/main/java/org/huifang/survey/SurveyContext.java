// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/** A place of its own among the servlets, so that no session and no filter of another face touches a questionnaire. */
@HttpWhiteboardContext(name = SurveyContext.NAME, path = SurveyContext.PATH)
@Component(service = ServletContextHelper.class)
public final class SurveyContext extends ServletContextHelper {
    static final String NAME = "org.huifang.survey";
    static final String PATH = "/s";
}
