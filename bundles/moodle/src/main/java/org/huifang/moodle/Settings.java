// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One configuration {@value #PID} for each Moodle. */
@ObjectClassDefinition(name = "A Moodle beside LTI")
public @interface Settings {
    String PID = "org.huifang.moodle";

    @AttributeDefinition(description = "The school")
    String tenant() default "default";

    @AttributeDefinition(description = "The issuer that this Moodle is registered with as a platform: its wwwroot")
    String issuer() default "";

    @AttributeDefinition(description = "Its client id, where one Moodle is registered more than once")
    String client() default "";

    @AttributeDefinition(description = "The database of the log, as jdbc:postgresql://host:5432/log")
    String url() default "";

    @AttributeDefinition(description = "May read the table, and need nothing else")
    String user() default "";

    @AttributeDefinition(type = AttributeType.PASSWORD, description = "Or passwordFile")
    String password() default "";

    @AttributeDefinition(description = "The file that holds the password; before password")
    String passwordFile() default "";

    @AttributeDefinition(description = "The table, with its schema where that is not public")
    String table() default "mdl_logstore_standard_log";

    @AttributeDefinition(description = "Where web services answer; empty: /webservice/rest/server.php of the issuer")
    String service() default "";

    @AttributeDefinition(type = AttributeType.PASSWORD, description = "Or tokenFile; without: no web services")
    String token() default "";

    @AttributeDefinition(description = "The file that holds the token; before token")
    String tokenFile() default "";

    @AttributeDefinition(description = "true: messages to learners go into their inbox in this Moodle, too; with a token")
    boolean messages() default false;

    @AttributeDefinition(description = "Numbers of the courses to read of, with commas; empty: all")
    String courses() default "";

    @AttributeDefinition(description = "Numbers of the roles that teach, with commas")
    String teachingRoles() default "3,4";

    @AttributeDefinition(description = "Numbers of the roles that learn, with commas")
    String learningRoles() default "5";

    @AttributeDefinition(description = "Moodle's time zone, for the first and last days of courses; empty: that of this"
            + " machine")
    String timeZone() default "";
}
