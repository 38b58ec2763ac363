// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Link headers and query strings as platforms really send them. */
final class Links {
    private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]*)");
    private static final Pattern REL = Pattern.compile("(?i);\\s*rel\\s*=\\s*\"?([^\";,]*)");
    /** Moodle's templates turn straight quotes into typographic ones or entities. */
    private static final Pattern QUOTE = Pattern.compile(
            "(?i)['\u2018-\u201f\u00ab\u00bb]|&(?:quot|[lr]dquo|#34|#x22|#822[01]|#x201[cd]);");

    private Links() {
    }

    /** The target of a relation; null when there is none that can be read. */
    static @Nullable URI find(List<String> headers, String relation, URI base) {
        for (String header : headers) {
            Matcher link = LINK.matcher(QUOTE.matcher(header).replaceAll("\""));
            while (link.find()) {
                Matcher rel = REL.matcher(link.group(2));
                if (rel.find()
                        && List.of(rel.group(1).trim().toLowerCase(Locale.ROOT).split("\\s+")).contains(relation)) {
                    return uri(link.group(1).trim().replace("&amp;", "&"), base);
                }
            }
        }
        return null;
    }

    /** Adds a parameter, behind the query there may be, unless one of that name is there already. */
    static URI with(URI uri, String name, @Nullable String value) {
        String query = Objects.requireNonNullElse(uri.getRawQuery(), "");
        boolean there = query.matches("(?:.*&)?" + Pattern.quote(name) + "=.*");
        if (value == null || there) {
            return uri;
        }
        String base = uri.toString().replaceFirst("#.*", "");
        String joint = uri.getRawQuery() == null ? "?" : query.isEmpty() || query.endsWith("&") ? "" : "&";
        return URI.create(base + joint + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** Adds a segment to the path, in front of the query: Moodle's addresses end in {@code ?type_id=1}. */
    static URI under(URI uri, String segment) {
        String whole = uri.toString().replaceFirst("#.*", "");
        int query = whole.indexOf('?');
        String path = query < 0 ? whole : whole.substring(0, query);
        return URI
                .create((path.endsWith("/") ? path : path + "/") + segment + (query < 0 ? "" : whole.substring(query)));
    }

    private static @Nullable URI uri(String target, URI base) {
        try {
            return base.resolve(target);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
