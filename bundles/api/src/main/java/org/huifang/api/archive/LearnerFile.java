// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a person, now or on a day.
 *
 * @param name to show; never empty
 * @param values one a field: not one that a check found wrong where there is another; what was verified after all else was
 * said, else of several sources the one that ranks highest, of equals the newest
 * @param others what other sources say otherwise, another spelling left out; they lost, and are kept
 * @param enrolments newest active first
 * @param keys how the sources know the person
 * @param parts the ids under which facts about this person are recorded: the file's own first, then those of the files
 * that were merged into it
 */
public record LearnerFile(UUID id, String name, List<FieldValue> values, List<FieldValue> others,
        List<Enrolment> enrolments, List<PersonKey> keys, List<UUID> parts) {
    public LearnerFile {
        values = List.copyOf(values);
        others = List.copyOf(others);
        enrolments = List.copyOf(enrolments);
        keys = List.copyOf(keys);
        parts = List.copyOf(parts);
    }

    /** The value that holds for a field. */
    public Optional<FieldValue> value(String field) {
        return values.stream().filter(v -> v.field().equals(field)).findFirst();
    }

    /** What other sources say of a field, and disagree. */
    public List<FieldValue> conflicts(String field) {
        return others.stream().filter(v -> v.field().equals(field)).toList();
    }
}
