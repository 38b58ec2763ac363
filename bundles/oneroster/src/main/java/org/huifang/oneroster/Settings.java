// SPDX-License-Identifier: Apache-2.0
package org.huifang.oneroster;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One configuration {@value #PID} for each system. */
@ObjectClassDefinition(name = "A roster by OneRoster 1.2")
public @interface Settings {
    String PID = "org.huifang.oneroster";

    @AttributeDefinition(description = "The school")
    String tenant() default "default";

    @AttributeDefinition(description = "What people call the system")
    String name() default "OneRoster";

    @AttributeDefinition(description = "Where it answers, as https://sis.example/ims/oneroster/rostering/v1p2")
    String url() default "";

    @AttributeDefinition(description = "Where it gives tokens")
    String tokenUrl() default "";

    @AttributeDefinition(description = "As which client")
    String clientId() default "";

    @AttributeDefinition(type = AttributeType.PASSWORD, description = "Or clientSecretFile")
    String clientSecret() default "";

    @AttributeDefinition(description = "The file that holds the secret; before clientSecret")
    String clientSecretFile() default "";

    @AttributeDefinition(description = "What the token is asked for; with a space between several")
    String scope() default "https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly";

    @AttributeDefinition(description = "The list that its ids belong to, the same as for its zips")
    String list() default "oneroster";

    @AttributeDefinition(description = "Minutes between two readings of what has changed")
    int everyMinutes() default 60;

    @AttributeDefinition(description = "Hours between two readings of everything, which finds what was missed")
    int wholeHours() default 24;

    @AttributeDefinition(description = "Records of one answer")
    int limit() default 500;
}
