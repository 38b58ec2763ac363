// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.util.Map;

/** A tool's activity on the course page. */
record Activity(long id, String client, String title, String url, Map<String, String> custom) {
    /** The id of its resource link. */
    String link() {
        return "a" + id;
    }
}
