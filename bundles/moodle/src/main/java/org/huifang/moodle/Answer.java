// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import java.util.function.Function;

/** What Moodle's web service answered. */
sealed interface Answer<T> {
    record Given<T>(T value) implements Answer<T> {}

    /** No, however often it is asked. @param code Moodle's own word for it, as {@code invalidtoken} */
    record Refused<T>(String code) implements Answer<T> {}

    /** Not now. @param why for an admin, without personal data */
    record Later<T>(String why) implements Answer<T> {}

    default <R> Answer<R> map(Function<T, R> reading) {
        return switch (this) {
            case Given<T> given -> new Given<>(reading.apply(given.value));
            case Refused<T> refused -> new Refused<>(refused.code);
            case Later<T> later -> new Later<>(later.why);
        };
    }
}
