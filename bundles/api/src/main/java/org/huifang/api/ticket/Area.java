// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

/** What a piece of feedback is about; each area is answered by a department (A39, A46). */
public enum Area {
    /** How learning goes: teaching team. */
    LEARNING,
    /** The course's content: course development. */
    CONTENT,
    /** Platform and service: operations. */
    SERVICE
}
