// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import org.huifang.persistence.Sql;

/** What people write, as it is kept. */
final class Text {
    private Text() {
    }

    /** Of at most so many characters. */
    static String of(String text, int most) {
        String storable = Sql.storable(text).strip();
        return storable.length() <= most ? storable : Sql.storable(storable.substring(0, most));
    }
}
