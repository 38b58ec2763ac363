// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the API's description says of an operation that its signature does not. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Op {
    /** One line: what it does. */
    String value();

    /** What it answers when it returns a {@link jakarta.ws.rs.core.Response}; {@link Void} is nothing. */
    Class<?> gives() default Void.class;

    /** The status when all went well. */
    int status() default 200;

    /** Statuses of problems that it may answer, besides those that every operation of its method may. */
    int[] also() default {};

    /** A body that does, where one is taken. */
    String body() default "";

    /** What examples call the files that are sent under the media types that are no text, in their order. */
    String[] files() default {};

    /** Whether it is refused without If-Match or If-None-Match. */
    boolean conditional() default false;
}
