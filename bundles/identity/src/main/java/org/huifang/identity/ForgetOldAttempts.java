// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.time.Duration;
import org.huifang.api.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Names that nobody has tried for a day need no row. */
@Component
public final class ForgetOldAttempts implements Job {
    private final Throttle throttle;

    @Activate
    public ForgetOldAttempts(@Reference Throttle throttle) {
        this.throttle = throttle;
    }

    @Override
    public String name() {
        return "identity.attempts";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean run() {
        throttle.forgetOld();
        return false;
    }
}
