// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

/** How sure a value is, by how it came about. */
public enum Confidence {
    /** Held against the person or a document. */
    VERIFIED,
    /** Said by the person, or heard from them. */
    STATED,
    /** Told by another system. */
    REPORTED,
    /** Worked out from something else. */
    GUESSED
}
