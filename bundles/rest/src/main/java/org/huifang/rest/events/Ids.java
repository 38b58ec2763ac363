// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.events;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The platform's own id within an address that stands for a person, a course or an activity: what the query calls id,
 * or the last step of the path, or the last piece of a URN. So {@code https://moodle.example/course/view.php?id=5} is the
 * course that launches call 5.
 */
final class Ids {
    private static final Pattern QUERY = Pattern.compile("(?:^|&)id=([^&]+)");

    private Ids() {
    }

    static String last(String id) {
        if (id.startsWith("urn:") || id.startsWith("mailto:")) {
            return id.substring(id.lastIndexOf(':') + 1);
        }
        if (!id.startsWith("http://") && !id.startsWith("https://")) {
            return id;
        }
        try {
            URI uri = new URI(id);
            Matcher query = QUERY.matcher(uri.getRawQuery() == null ? "" : uri.getRawQuery());
            String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
            String last = query.find() ? query.group(1) : path.substring(path.lastIndexOf('/') + 1);
            return last.isEmpty() ? id : URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return id;
        }
    }
}
