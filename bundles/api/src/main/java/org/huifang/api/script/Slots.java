// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.script;

import java.util.List;

/** What a script may name in braces; whoever shows a script fills those that it has a value for. */
public final class Slots {
    /** How to address the learner: the form of address in the file, else the name. */
    public static final String NAME = "name";
    /** The title of the course. */
    public static final String COURSE = "course";
    /** How far the learner is, as {@code 40%}. */
    public static final String PROGRESS = "progress";
    /** What was promised last and not settled yet. */
    public static final String LAST_PROMISE = "lastPromise";
    /** When somebody last talked with the learner, as a date in words. */
    public static final String LAST_CONTACT = "lastContact";
    /** What the learner wants to reach with the course. */
    public static final String GOAL = "goal";
    /** How many lessons that were paid for are left. */
    public static final String LESSONS_LEFT = "lessonsLeft";
    /** Whoever calls. */
    public static final String AGENT = "agent";
    /** The name of the school. */
    public static final String SCHOOL = "school";

    /** All of them, in the order in which they are offered. */
    public static final List<String> ALL = List.of(NAME, COURSE, PROGRESS, LAST_PROMISE, LAST_CONTACT, GOAL,
            LESSONS_LEFT, AGENT, SCHOOL);

    private Slots() {
    }
}
