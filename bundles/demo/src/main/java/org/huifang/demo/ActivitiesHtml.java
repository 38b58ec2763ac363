// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The activities of the course page with what was scored in them. */
final class ActivitiesHtml {
    private final Words words;
    private final Opening opening;
    private final Clients clients;
    private final Activities activities;
    private final Grades grades;
    private final String hidden;

    /** @param hidden the fields that every form carries */
    ActivitiesHtml(Words words, Opening opening, Clients clients, Activities activities, Grades grades, String hidden) {
        this.words = words;
        this.opening = opening;
        this.clients = clients;
        this.activities = activities;
        this.grades = grades;
        this.hidden = hidden;
    }

    String instructor() {
        String add = clients.all().stream().filter(client -> client.active() && client.deepLink() != null)
                .map(client -> "<p><a class=\"pick\" data-client=\"" + Words.text(client.id())
                        + "\" target=\"tool\" href=\"" + opening.address(client, Lessons.TEACHER,
                                Hint.pick(words.lang()))
                        + "\">" + words.say("pick", client.name(), client.id()) + "</a></p>")
                .collect(Collectors.joining());
        return section(list(Lessons.TEACHER, true) + add + tools());
    }

    String learner(String person) {
        return section(list(person, false));
    }

    private String section(String content) {
        return "<section id=\"activities\"><h2>" + words.say("activities") + "</h2>" + content + "</section>";
    }

    /** Tools that came by themselves have no other place to be opened from. */
    private String tools() {
        return clients.all().stream().filter(client -> client.active() && !client.id().equals(Campus.CLIENT))
                .map(client -> "<p><a class=\"tool-link\" data-client=\"" + Words.text(client.id())
                        + "\" target=\"tool\" href=\"" + opening.address(client, Lessons.TEACHER,
                                new Hint("course", words.lang(), "iframe"))
                        + "\">" + words.say("open.one", client.name(), client.id()) + "</a></p>")
                .collect(Collectors.joining());
    }

    private String list(String person, boolean teacher) {
        List<Activity> all = activities.all();
        return all.isEmpty()
                ? "<p class=\"waiting none\">" + words.say("activities.none") + "</p>"
                : "<ul>" + all.stream().flatMap(activity -> clients.active(activity.client())
                        .map(client -> item(activity, client, person, teacher)).stream())
                        .collect(Collectors.joining()) + "</ul>";
    }

    private String item(Activity activity, Client client, String person, boolean teacher) {
        String frame = opening.address(client, person, new Hint(activity.link(), words.lang(), "iframe"));
        // beside a window of its own there is no frame that could keep anything
        String window = new Opening(opening.issuer(), "").address(client, person,
                new Hint(activity.link(), words.lang(), "window"));
        String remove = teacher
                ? "<form method=\"post\" action=\"do\">" + hidden + "<input type=\"hidden\" name=\"link\" value=\""
                        + activity.link() + "\"><button name=\"what\" value=\"remove\" class=\"quiet\">"
                        + words.say("remove") + "</button></form>"
                : "";
        return "<li data-activity=\"" + activity.link() + "\"><a target=\"tool\" href=\"" + frame + "\">"
                + Words.text(activity.title()) + "</a> <a class=\"window\" target=\"_blank\" rel=\"noopener\" href=\""
                + window + "\">" + words.say("window") + "</a> <a class=\"same\" href=\"" + window + "\">"
                + words.say("same") + "</a>" + scores(activity, person, teacher) + remove + "</li>";
    }

    private String scores(Activity activity, String person, boolean teacher) {
        return grades.of(activity).map(item -> {
            List<Grades.Score> all = grades.scores().stream().filter(score -> score.item() == item.id())
                    .filter(score -> teacher || score.learner().equals(person)).toList();
            String each = all.stream()
                    .map(score -> "<span class=\"score\" data-learner=\"" + Words.text(score.learner())
                            + "\">" + Words.text((teacher ? score.learner() + ": " : "") + number(score.given()) + " / "
                                    + number(score.maximum()))
                            + "</span>")
                    .collect(Collectors.joining(" "));
            return "<p class=\"n\">" + words.say("grades", all.size()) + " " + each + "</p>";
        }).orElse("");
    }

    private static String number(@org.jspecify.annotations.Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, value % 1 == 0 ? "%.0f" : "%.2f", value);
    }
}
