// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.util.List;
import java.util.Map;

/** The groups of the course; ids of people decide who is in which. */
final class StudyGroups {
    static final Map<String, Object> SET = Map.of("id", "s1", "name", "上课时间 · Lesson times");
    static final List<Map<String, Object>> ALL = List.of(
            Map.of("id", "g0", "name", "周二班 · Tuesday", "tag", "evening", "set_id", "s1"),
            Map.of("id", "g1", "name", "周四班 · Thursday", "tag", "evening", "set_id", "s1"));

    private StudyGroups() {
    }

    static Map<String, Object> of(String person) {
        return ALL.get(Integer.parseInt(person) % ALL.size());
    }
}
