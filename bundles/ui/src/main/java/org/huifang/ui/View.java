// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.huifang.api.identity.Role;
import org.osgi.annotation.bundle.Requirement;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Where and for whom a contributed {@link AdminView} is shown. A feature that holds only the bundle of the view pulls
 * the host in, because this annotation carries the requirement.
 *
 * <pre>
 * &#64;View(path = "cohorts", title = "cohorts.title", order = 30, icon = VaadinIcon.GROUP, roles = Role.SUPERVISOR)
 * &#64;Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
 * public final class CohortsView extends Composite&lt;VerticalLayout&gt; implements AdminView { ... }
 * </pre>
 */
@ComponentPropertyType
@Requirement(namespace = "osgi.implementation", name = "huifang.view", version = "1.0")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface View {
    /** Prefix of the service properties. */
    String PREFIX_ = "huifang.view.";

    /**
     * Path without slashes at its ends, as {@code files} or {@code admin/bundles}. Of several views the one with the
     * longest path that fits shows a URL; of two with the same path the one whose service ranks higher.
     */
    String path();

    /** Key of the message that is the menu item and the page's title, as {@code files.title}. */
    String title();

    /** Position in the menu, ascending; the first one that a person may see is where they land. */
    int order() default 100;

    /** In the menu. */
    VaadinIcon icon() default VaadinIcon.FILE_O;

    /** Whoever has one of these sees the view; nobody named: everybody who is signed in or launched. */
    Role[] roles() default {};

    /** Whether it has a menu item. */
    boolean menu() default true;

    /**
     * Whether it is also shown in an LMS frame, below {@code /l/<launch>/}. Such a view works in one column from 390 px,
     * and uses no dialog, no notification and no bar of its own, because a tall frame opens these out of sight.
     */
    boolean frame() default false;
}
