// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a person now.
 *
 * @param name to show; never empty
 * @param values the identity, one current value a field
 * @param enrolments newest active first
 * @param keys how the sources know the person
 */
public record LearnerFile(UUID id, String name, List<FieldValue> values, List<Enrolment> enrolments,
        List<PersonKey> keys) {
    public LearnerFile {
        values = List.copyOf(values);
        enrolments = List.copyOf(enrolments);
        keys = List.copyOf(keys);
    }

    /** The current value of a field. */
    public Optional<FieldValue> value(String field) {
        return values.stream().filter(v -> v.field().equals(field)).findFirst();
    }
}
