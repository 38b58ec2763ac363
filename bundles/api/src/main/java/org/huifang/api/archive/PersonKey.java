// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

/**
 * A person as one source knows them; the archive finds the file that it belongs to, or opens one.
 *
 * @param source {@code platform:<uuid>} for what a registered course platform says (in launches, rosters and its
 * hooks), {@code hook:<name>} for a hook source that speaks for no registered platform
 * @param subject the source's id of the person, as LTI's {@code sub}
 */
public record PersonKey(String source, String subject) {
    public PersonKey {
        if (source.isEmpty() || subject.isEmpty() || source.length() > 100 || subject.length() > 255) {
            throw new IllegalArgumentException("source has 1 to 100 characters and subject 1 to 255");
        }
    }
}
