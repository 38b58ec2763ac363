// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.time.Duration;
import org.huifang.api.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tokens, assertions and answers that are of no use any more need no row; answers may hold personal data. */
@Component
public final class ForgetOldTokens implements Job {
    private final StoredRepeats repeats;

    @Activate
    public ForgetOldTokens(@Reference StoredRepeats repeats) {
        this.repeats = repeats;
    }

    @Override
    public String name() {
        return "identity.tokens";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }

    @Override
    public boolean run() {
        repeats.forgetOld();
        return false;
    }
}
