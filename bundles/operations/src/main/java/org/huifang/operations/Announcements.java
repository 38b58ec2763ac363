// SPDX-License-Identifier: Apache-2.0
package org.huifang.operations;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.huifang.api.Announcement;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What to open now, as the bundles that are there tell it. */
@Component(service = Announcements.class)
public final class Announcements {
    private final List<Announcement> known = new CopyOnWriteArrayList<>();
    private final String address;

    @Activate
    public Announcements(BundleContext context) {
        this.address = context.getProperty("huifang.url");
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(Announcement announcement) {
        known.add(announcement);
    }

    void unbind(Announcement announcement) {
        known.remove(announcement);
    }

    String text() {
        var others = known.stream().sorted(Comparator.comparingInt(Announcement::order)).map(Announcement::text)
                .filter(text -> !text.isBlank()).map(text -> "\n" + text.strip()).collect(Collectors.joining());
        return "Huifang is ready: " + address + others;
    }
}
