// SPDX-License-Identifier: Apache-2.0
package org.huifang.channel.email;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The configuration {@value #PID}. */
@ObjectClassDefinition(name = "Huifang's e-mail")
public @interface Settings {
    String PID = "org.huifang.channel.email";

    @AttributeDefinition(description = "The SMTP server; empty: no e-mail is sent")
    String host() default "";

    @AttributeDefinition(description = "587 with starttls, 465 with tls")
    int port() default 587;

    @AttributeDefinition(description = "starttls: refuses a server that does not offer it; tls: from the first byte;"
            + " none: for a server on this machine only", options = {@Option("starttls"), @Option("tls"),
                    @Option("none")})
    String security() default "starttls";

    @AttributeDefinition(description = "Empty: the server wants no sign-in")
    String user() default "";

    @AttributeDefinition(type = AttributeType.PASSWORD, description = "Or passwordEnv")
    String password() default "";

    @AttributeDefinition(description = "The environment variable that holds the password; before password")
    String passwordEnv() default "";

    @AttributeDefinition(description = "The sender: revisit@school.example, or School <revisit@school.example>")
    String from() default "";

    @AttributeDefinition(description = "E-mails a day (UTC) at most that this node sends; 0: no limit")
    int dailyLimit() default 2000;

    @AttributeDefinition(description = "Seconds to wait for the server to answer")
    int timeout() default 15;
}
