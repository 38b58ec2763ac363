// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope with which a client may call a REST resource; on a method it replaces what its class says. A resource
 * without it is refused to every client. What staff may call says {@link org.huifang.api.identity.For}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {
    Scope value();
}
