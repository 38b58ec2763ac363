// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import org.jspecify.annotations.Nullable;

/**
 * A step of a plan.
 *
 * @param code stays the same over versions: what is owed of it is told apart by it; a to z, 0 to 9 and dashes
 * @param name as people call it, or "" for the steps that Huifang brings
 * @param value per cent of {@link Anchor#PROGRESS}, days of {@link Anchor#INACTIVITY}; else 0
 * @param opensAfter days from the anchor until it enters the queue; before it when negative
 * @param dueAfter days from the anchor until which it is to be settled
 * @param minutes that it takes an agent
 * @param notice whether the learner is told beforehand
 * @param skill that the agent needs, one of {@link org.huifang.api.staff.Agent#skills}, or null
 */
public record PlannedStep(String code, String name, Kind kind, Anchor anchor, int value, int opensAfter, int dueAfter,
        int minutes, boolean notice, @Nullable String skill) {
    private static final int MOST = 40;

    public PlannedStep {
        skill = skill == null || skill.isBlank() ? null : skill.strip();
        if (skill != null && skill.length() > MOST) {
            throw new IllegalArgumentException("a skill has at most 40 characters");
        }
        if (!code.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("the code of a step has a to z, 0 to 9 and dashes, 1 to 40 of them");
        }
        if (dueAfter < opensAfter || opensAfter < -3_660 || dueAfter > 3_660) {
            throw new IllegalArgumentException("a step is due after it opens, and within ten years");
        }
        if (anchor == Anchor.PROGRESS && (value < 1 || value > 100)
                || anchor == Anchor.INACTIVITY && (value < 1 || value > 366)) {
            throw new IllegalArgumentException("progress is 1 to 100 per cent, inactivity 1 to 366 days");
        }
        if (minutes < 0 || minutes > 240) {
            throw new IllegalArgumentException("a step takes 0 to 240 minutes");
        }
    }

    /** One that any agent may work. */
    public PlannedStep(String code, String name, Kind kind, Anchor anchor, int value, int opensAfter, int dueAfter,
            int minutes, boolean notice) {
        this(code, name, kind, anchor, value, opensAfter, dueAfter, minutes, notice, null);
    }
}
