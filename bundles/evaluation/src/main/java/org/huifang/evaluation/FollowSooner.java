// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import java.util.Collection;
import org.huifang.api.Change;
import org.huifang.api.ChangeListener;
import org.huifang.api.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has the timeline followed as soon as something is on it. */
@Component
public final class FollowSooner implements ChangeListener {
    private final Jobs jobs;
    private final News news;

    @Activate
    public FollowSooner(@Reference Jobs jobs, @Reference News news) {
        this.jobs = jobs;
        this.news = news;
    }

    @Override
    public void changed(Collection<Change> changes) {
        if (changes.stream().anyMatch(change -> change.topic().equals("archive"))) {
            news.came();
            jobs.wake(FollowTimeline.NAME);
        }
    }
}
