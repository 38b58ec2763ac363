// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.intake;

import java.time.Instant;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** A system that a school's rosters are read from by themselves; registered as a service, one for each. Thread-safe. */
@ProviderType
public interface RosterSource {
    /** What keeps it from being read; views have a sentence for each, with the mend. */
    enum Trouble {
        /** The configuration cannot be used; the detail is the line to mend. */
        CONFIGURATION,
        /** No answer, or not in time. */
        AWAY,
        /** It asks to be left alone for a while, or fails by itself; the detail is its status. */
        BUSY,
        /** It does not know the client, or not this secret. */
        CREDENTIALS,
        /** It does not let this client read rosters. */
        SCOPE,
        /** There is nothing at the address; the detail is the address. */
        NOT_THERE,
        /** It answers otherwise than OneRoster has it; the detail is what was asked. */
        UNREADABLE,
        /** It said that there is more than it gave, so nothing of it was taken. */
        INCOMPLETE
    }

    /**
     * How it stands.
     *
     * @param reading whether it is being read now
     * @param last when it was read to its end last, or null
     * @param records how many records that were
     * @param differences whether it was asked for what had changed only
     * @param news whether an import came of it
     * @param next when it is read next
     * @param trouble what is in the way now, or null
     * @param detail of the trouble; may be empty
     */
    record State(boolean reading, @Nullable Instant last, long records, boolean differences, boolean news,
            Instant next, @Nullable Trouble trouble, String detail) {}

    /** Whose it is. */
    TenantId tenant();

    /** What people call it. */
    String title();

    State state();

    /** Has it read as soon as can be; the more so after something was mended. */
    void readNow();
}
