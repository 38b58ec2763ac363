// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huifang.api.Page;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.consent.ConsentEntry;
import org.jspecify.annotations.Nullable;

/** All that is kept of a person, by part: what they are, what they agreed to, what happened. */
record Copy(Map<String, Object> parts) {
    private static final int PAGE = 500;

    /** One page of a list. */
    private interface Pages<T> {
        Page<T> after(@Nullable String cursor);
    }

    static Copy of(Me me) {
        var services = me.services();
        var parts = new LinkedHashMap<String, Object>();
        parts.put("exported", me.now());
        var file = me.file();
        parts.put("name", file.name());
        parts.put("values", file.values());
        parts.put("otherValues", file.others());
        parts.put("courses", file.enrolments());
        parts.put("knownAs", file.keys());
        parts.put("relations", services.relations().of(me.tenant(), me.learner()));
        parts.put("purchases", services.relations().purchases(me.tenant(), me.learner()));
        List<ConsentEntry> ledger = all(
                after -> services.consents().ledger(me.tenant(), me.learner(), after, PAGE));
        parts.put("consents", ledger);
        parts.put("requests", services.requests().of(me.tenant(), me.learner()));
        parts.put("revisits", me.owed(file));
        List<TimelineEntry> timeline = all(
                after -> services.archive().timeline(me.tenant(), me.learner(), after, PAGE));
        parts.put("timeline", timeline.stream().map(Copy::told).toList());
        return new Copy(parts);
    }

    private static Map<String, Object> told(TimelineEntry entry) {
        var told = new LinkedHashMap<String, Object>();
        told.put("at", entry.fact().at());
        told.put("kind", entry.fact().getClass().getSimpleName());
        told.put("source", entry.source());
        told.put("recorded", entry.recorded());
        told.put("fact", entry.fact());
        return told;
    }

    private static <T> List<T> all(Pages<T> pages) {
        var all = new ArrayList<T>();
        String cursor = null;
        do {
            var page = pages.after(cursor);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    String json() {
        return Written.json(parts);
    }

    String html(String title, String language, Map<String, String> words) {
        return Written.html(title, language, parts, words);
    }
}
