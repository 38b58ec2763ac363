// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import org.huifang.api.Announcement;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What to open. */
@Component
public final class Announce implements Announcement {
    private final Place place;

    @Activate
    public Announce(@Reference Place place) {
        this.place = place;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String text() {
        return "The demo's course platform: " + place.demo() + "/";
    }
}
