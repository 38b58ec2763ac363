// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the school decides about its revisits. */
@Designate(ocd = Settings.Config.class)
@Component(service = Settings.class, configurationPid = "org.huifang.revisit")
public final class Settings {
    /** Settings of the revisits. */
    @ObjectClassDefinition(name = "Huifang revisits")
    @interface Config {
        @AttributeDefinition(name = "Time zone", description = "IANA name of the zone in which the school's days begin")
        String zone() default "Asia/Shanghai";
    }

    private final Planning planning;
    private final String publicUrl;

    @Activate
    public Settings(Config config, BundleContext framework) {
        this(config, framework.getProperty("huifang.url"));
    }

    Settings(Config config, @Nullable String url) {
        planning = new Planning(ZoneId.of(config.zone()));
        publicUrl = url == null ? "" : url.replaceAll("/+$", "");
    }

    /** A link that works outside of the platform. */
    String link(String path) {
        return publicUrl + path;
    }

    /** Messages whose links lead nowhere are not sent. */
    boolean links() {
        return !publicUrl.isEmpty();
    }

    Planning planning() {
        return planning;
    }
}
