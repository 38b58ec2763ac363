// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/** A place of its own, as {@link SurveyContext}: no session and no filter of another face touches a notice. */
@HttpWhiteboardContext(name = ContactContext.NAME, path = ContactContext.PATH)
@Component(service = ServletContextHelper.class)
public final class ContactContext extends ServletContextHelper {
    static final String NAME = "org.huifang.survey.contact";
    static final String PATH = "/n";
}
