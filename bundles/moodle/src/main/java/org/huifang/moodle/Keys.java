// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.platform.Platform;

/** Moodle's numbers are what its launches call {@code context.id} and {@code sub}: the same people, the same courses. */
record Keys(Platform platform) {
    String source() {
        return "platform:" + platform.id();
    }

    CourseKey course(long id) {
        return new CourseKey(source(), Long.toString(id));
    }

    PersonKey person(long id) {
        return new PersonKey(source(), Long.toString(id));
    }
}
