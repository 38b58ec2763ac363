// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.util.Optional;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.LearnerFile;

/** The number or address under which somebody is reached on a channel. */
final class Reached {
    private Reached() {
    }

    /** Empty where the file has none; a message on a platform goes to whoever is in the course there. */
    static Optional<FieldValue> at(LearnerFile file, String channel) {
        return switch (channel) {
            case Case.PHONE, "sms" -> file.value(Field.PHONE.key());
            case "email" -> file.value(Field.EMAIL.key());
            case "wechat" -> file.value(Field.WECHAT.key());
            default -> Optional.empty();
        };
    }
}
