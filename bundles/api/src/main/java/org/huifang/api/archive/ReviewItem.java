// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.util.UUID;

/**
 * One value of a {@link ReviewRound}.
 *
 * @param place in the draw, from 1
 * @param name of the learner, to show
 * @param value as it was drawn
 */
public record ReviewItem(UUID round, int place, UUID learner, String name, String field, String value, State state) {
    /** What became of it. */
    public enum State {
        OPEN, RIGHT, WRONG,
        /** Replaced before anybody checked it. */
        CHANGED
    }
}
