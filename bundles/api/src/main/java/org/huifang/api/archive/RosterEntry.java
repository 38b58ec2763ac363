// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.util.UUID;

/** A learner in a course. */
public record RosterEntry(UUID learner, String name, Enrolment enrolment) {}
