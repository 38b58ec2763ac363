// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration {@value #PID}. */
@ObjectClassDefinition(name = "Huifang's database")
public @interface Settings {
    String PID = "org.huifang.persistence";

    @AttributeDefinition(description = "An external PostgreSQL 15 or later, as jdbc:postgresql://host:5432/huifang;"
            + " empty: Huifang runs its own")
    String url() default "";

    @AttributeDefinition(description = "Owns the database; neither superuser nor bypassing row-level security")
    String user() default "huifang";

    @AttributeDefinition(type = AttributeType.PASSWORD)
    String password() default "";

    @AttributeDefinition(description = "Connections at most")
    int poolSize() default 16;
}
