// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

/** A learner as the course platform knows them. */
record Person(String id, String name, String email, int lessons, boolean finished, boolean active) {
    int progress() {
        return finished ? 100 : Lessons.progress(lessons);
    }
}
