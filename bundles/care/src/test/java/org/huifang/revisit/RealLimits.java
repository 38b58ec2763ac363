// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.lang.annotation.Annotation;
import org.huifang.api.archive.Reachability;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.revisit.OtherContacts;
import org.huifang.persistence.testing.TestDatabase;

/** The limits of all contacts as they are kept in the product, for greetings to be held to. */
public final class RealLimits {
    private RealLimits() {
    }

    public static OtherContacts of(TestDatabase database, Calendars calendars, Reachability reachability) {
        var settings = new Settings(new Shanghai(), "https://huifang.example.org/");
        return new CountOthers(new RevisitStore(database),
                new Planners(settings, new Sending(settings), calendars, reachability));
    }

    private static final class Shanghai implements Settings.Config {
        @Override
        public String zone() {
            return "Asia/Shanghai";
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return Settings.Config.class;
        }
    }
}
