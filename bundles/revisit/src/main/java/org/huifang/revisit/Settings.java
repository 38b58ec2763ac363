// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huifang.api.TenantId;
import org.huifang.api.calendar.Calendars;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
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
        @AttributeDefinition(name = "Time zone", description = "IANA name of the zone in which days begin as long as there is no calendar of the school")
        String zone() default "Asia/Shanghai";
    }

    private final Planning unknown;
    private final String publicUrl;
    private final Map<TenantId, Planning> known = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable Calendars calendars;

    @Activate
    public Settings(Config config, BundleContext framework) {
        this(config, framework.getProperty("huifang.url"));
    }

    Settings(Config config, @Nullable String url, Calendars calendars) {
        this(config, url);
        this.calendars = calendars;
    }

    Settings(Config config, @Nullable String url) {
        unknown = new Planning(ZoneId.of(config.zone()));
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

    /** In the zone of the school's calendar; while there is none, in the one that was known last. */
    Planning planning(TenantId tenant) {
        Calendars there = calendars;
        if (there == null) {
            return known.getOrDefault(tenant, unknown);
        }
        var planning = new Planning(there.work(tenant).zone());
        known.put(tenant, planning);
        return planning;
    }
}
