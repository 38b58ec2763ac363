// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

/** What a person is in a course. Only learners are owed revisits. */
public enum CourseRole {
    LEARNER, INSTRUCTOR, OTHER
}
