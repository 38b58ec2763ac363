// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a REST resource; on a method it replaces what its class says. A resource without it is refused to
 * everybody.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface For {
    /** One of these roles is enough. */
    Role[] value();
}
