// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of Moodle's log; 0 where it names nobody and nothing.
 *
 * @param event the class of the event, as {@code \core\event\course_viewed}
 * @param user who did it
 * @param related to whom it was done
 * @param module the number of the activity in its course
 * @param hidden Moodle keeps secret who it was
 * @param posing somebody else was signed in as {@code user}
 * @param other what is particular to the event, in JSON
 * @param role the role that the person was given right after being enrolled; null for none
 */
record LogRow(long id, String event, long user, long course, long related, long object, long module, boolean hidden,
        boolean posing, String other, long second, @Nullable Long role) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WITHIN = 1_000_000;

    /** Who it is about. */
    long person() {
        return related == 0 ? user : related;
    }

    /** Moodle's second; within one, rows keep their order. */
    Instant at() {
        return Instant.ofEpochSecond(second, id % WITHIN * 1_000);
    }

    /** The same in every reading, and another for a table that begins anew. */
    String key() {
        return "moodle:" + id + ":" + second;
    }

    /** Missing where it is not JSON: Moodles before 3.7 wrote it otherwise, and go on until they are told. */
    JsonNode said() {
        try {
            return other.startsWith("{") ? JSON.readTree(other) : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
