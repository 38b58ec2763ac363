// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import java.time.Duration;
import org.osgi.service.component.annotations.Component;

/**
 * Whether the archive has said a moment ago that something is on the timeline. It may say so before the entry can be seen,
 * for the timeline waits for transactions under way; then it pays to look again soon.
 */
@Component(service = News.class)
public final class News {
    private static final long FRESH = Duration.ofSeconds(3).toNanos();

    private volatile long came = System.nanoTime() - FRESH;

    void came() {
        came = System.nanoTime();
    }

    Duration pause() {
        return System.nanoTime() - came < FRESH ? Duration.ofMillis(200) : Duration.ofSeconds(1);
    }
}
