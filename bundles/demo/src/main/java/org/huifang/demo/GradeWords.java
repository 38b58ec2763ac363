// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the grade book is written for tools. */
@Component(service = GradeWords.class)
public final class GradeWords {
    private static final int PAGE = 10;
    private final Campus campus;
    private final Grades grades;
    private final Activities activities;
    private final Quirks quirks;

    @Activate
    public GradeWords(@Reference Campus campus, @Reference Grades grades, @Reference Activities activities,
            @Reference Quirks quirks) {
        this.campus = campus;
        this.grades = grades;
        this.activities = activities;
        this.quirks = quirks;
    }

    /** Where all line items are. */
    String items() {
        return campus.at("/lineitems") + query();
    }

    String address(Grades.LineItem item) {
        return campus.at("/lineitems/" + item.id()) + query();
    }

    private String query() {
        return quirks.has(Quirk.TYPE_ID) ? "?type_id=1" : "";
    }

    @Nullable
    Long activity(@Nullable String link) {
        return link == null ? null : activities.find(link).map(Activity::id).orElse(null);
    }

    String item(Grades.LineItem item) {
        return JSONObjectUtils.toJSONString(words(item));
    }

    String list(Client client, HttpServletRequest request, HttpServletResponse response) {
        List<Grades.LineItem> fitting = grades.items().stream().filter(item -> item.client().equals(client.id()))
                .filter(item -> fits(request.getParameter("resource_id"), item.resource())
                        && fits(request.getParameter("tag"), item.tag())
                        && fits(request.getParameter("resource_link_id"), link(item)))
                .toList();
        Paging paging = Paging.of(request, fitting.size(), PAGE);
        paging.link(response, items(), quirks.has(Quirk.ODD_LINKS));
        return JSONArrayUtils.toJSONString(paging.of(fitting).stream().map(this::words).toList());
    }

    String results(Grades.LineItem item, @Nullable String learner) {
        return JSONArrayUtils.toJSONString(grades.scores().stream()
                .filter(score -> score.item() == item.id() && score.given() != null)
                .filter(score -> learner == null || learner.equals(score.learner())).map(score -> {
                    Map<String, Object> words = new LinkedHashMap<>();
                    words.put("id", campus.at("/lineitems/" + item.id() + "/results/" + score.learner()));
                    words.put("scoreOf", address(item));
                    words.put("userId", score.learner());
                    words.put("resultScore", score.given());
                    words.put("resultMaximum", score.maximum());
                    if (score.comment() != null) {
                        words.put("comment", score.comment());
                    }
                    return words;
                }).toList());
    }

    private Map<String, Object> words(Grades.LineItem item) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("id", address(item));
        words.put("label", item.label());
        words.put("scoreMaximum", item.maximum());
        put(words, "resourceId", item.resource());
        put(words, "tag", item.tag());
        put(words, "resourceLinkId", link(item));
        return words;
    }

    private static void put(Map<String, Object> words, String name, @Nullable String value) {
        if (value != null) {
            words.put(name, value);
        }
    }

    private static @Nullable String link(Grades.LineItem item) {
        return item.activity() == null ? null : "a" + item.activity();
    }

    private static boolean fits(@Nullable String asked, @Nullable String has) {
        return asked == null || asked.equals(has);
    }
}
