// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.events;

/** What became of a letter that was read once more. */
public sealed interface Replayed {
    /** It was understood; what it says is recorded, also if it was recorded before. */
    record Recorded() implements Replayed {}

    /**
     * It is still not understood and stays open.
     *
     * @param reason with the place of each error
     */
    record Refused(String reason) implements Replayed {}

    /** It cannot be read at the moment and stays open: the door is being updated, or its source is gone. */
    record Away() implements Replayed {}
}
