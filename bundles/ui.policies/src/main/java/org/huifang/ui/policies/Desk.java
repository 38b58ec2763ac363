// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Tags;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.consent.Consents;
import org.huifang.api.consent.Policies;
import org.huifang.ui.Viewer;

/** What the parts of this view work with. */
record Desk(Calendars calendars, LearnerArchive archive, Tags tags, Policies policies, Consents consents,
        InstantSource clock) {
    static TenantId tenant() {
        return Viewer.current().tenant();
    }

    /** By the clock of the school. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendars.work(tenant()).zone());
    }

    /** The day by which rules of consent are dated. */
    LocalDate consentDay() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    String course(UUID course) {
        return archive.course(tenant(), course).map(Course::title).orElse(course.toString());
    }
}
