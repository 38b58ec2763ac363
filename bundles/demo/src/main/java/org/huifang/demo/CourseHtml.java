// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The course page's HTML. */
final class CourseHtml {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
            .withZone(ZoneId.of("Asia/Shanghai"));
    private final Words words;
    private final Place place;
    private final String token;
    private final Opening opening;
    private final Clients clients;
    private final String as;

    CourseHtml(Words words, Place place, String token, Opening opening, Clients clients, String as) {
        this.words = words;
        this.place = place;
        this.token = token;
        this.opening = opening;
        this.clients = clients;
        this.as = as;
    }

    String instructor(List<Person> people, long waiting, Instant now, boolean movable, String activities) {
        return page(people, """
                <section class="tool">%s<iframe name="tool" title="%s" src="about:blank"></iframe></section>
                <aside>
                %s
                %s
                <section id="roster"><header><h2>%s</h2><form method="post" action="do">%s\
                <button name="what" value="enrol" class="primary">%s</button></form></header>
                <p class="waiting" role="status">%s</p>%s
                <table><thead><tr><th>%s</th><th class="n">%s</th><th>%s</th></tr></thead><tbody>%s</tbody></table>
                </section></aside>
                """.formatted(opener("open", "course", Lessons.TEACHER), words.say("tool"),
                movable ? clock(now) : "", activities, words.say("learners", people.size()), hidden(""),
                words.say("enrol"),
                waiting == 0 ? "" : words.say("waiting", waiting), new MoreHtml(words, hidden("")).exam(),
                words.say("name"), words.say("progress"),
                words.say("happens"), people.stream().map(this::row).collect(Collectors.joining("\n"))));
    }

    String learner(Person person, List<Person> people, String activities) {
        return page(people, """
                <section class="tool">%s<iframe name="tool" title="%s" src="about:blank"></iframe></section>
                <aside><section><h2>%s</h2><p>%s</p><progress max="100" value="%d">%d %%</progress><ol>%s</ol>\
                </section>%s</aside>
                """.formatted(opener("questionnaire", "questionnaire", person.id()), words.say("tool"),
                words.say("lessons"), words.say("done", person.lessons(), Lessons.TITLES.size()), person.progress(),
                person.progress(), lessons(person), activities));
    }

    private String page(List<Person> people, String body) {
        String other = words.lang().equals("zh") ? "en" : "zh";
        return """
                <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <link rel="icon" href="data:,"><link rel="stylesheet" href="files/campus.css">\
                <script src="files/campus.js" defer></script>%s</head><body>
                <header class="bar"><strong>%s</strong><form method="get" action="./"><label>%s <select name="as">\
                <option value="%s">%s</option>%s</select></label><input type="hidden" name="lang" value="%s">\
                <button>%s</button></form><a href="admin?lang=%s">%s</a>\
                <a hreflang="%s" href="./?as=%s&amp;lang=%s">%s</a></header>
                <main><div class="course"><p class="crumbs">%s</p><h1>%s</h1><p>%s</p></div><div class="columns">
                %s</div>%s</main></body></html>
                """.formatted(words.lang(), Words.text(Lessons.COURSE_TITLE), StorageServlet.script(place),
                words.say("campus"), words.say("view"),
                Lessons.TEACHER, words.say("teacher", Lessons.TEACHER_NAME),
                people.stream().map(this::option).collect(Collectors.joining()), words.lang(), words.say("switch"),
                words.lang(), words.say("admin"), other, encoded(as), other, words.say("other"), words.say("crumbs"),
                Words.text(Lessons.COURSE_TITLE), words.say("about", Lessons.WEEKS, Lessons.TITLES.size()), body,
                opening.storage().equals(Opening.FRAME)
                        ? "<iframe hidden name=\"" + Opening.FRAME + "\" title=\"storage\" src=\"storage\"></iframe>"
                        : "");
    }

    private String opener(String key, String link, String user) {
        return "<p><a class=\"primary\" id=\"open\" target=\"tool\" href=\""
                + opening.address(clients.find(Campus.CLIENT).orElseThrow(), user,
                        new Hint(link, words.lang(), "iframe"))
                + "\">" + words.say(key) + "</a></p>";
    }

    private String clock(Instant now) {
        return """
                <section id="clock"><h2>%s</h2><p><time datetime="%s">%s</time> %s</p><form method="post" action="do">%s\
                <button name="what" value="day">%s</button><button name="what" value="week">%s</button>\
                <button name="what" value="month">%s</button><button name="what" value="morning">%s</button></form></section>
                """.formatted(words.say("clock"), now, MINUTE.format(now), words.say("zone"), hidden(""),
                words.say("day"), words.say("week"), words.say("month"), words.say("morning"));
    }

    private String row(Person p) {
        boolean all = p.lessons() >= Lessons.TITLES.size();
        String lesson = p.finished() || all
                ? ""
                : "<button name=\"what\" value=\"lesson\">" + words.say("lesson") + "</button>";
        String finish = p.finished()
                ? "<span class=\"finished\">" + words.say("finished") + "</span>"
                : "<button name=\"what\" value=\"finish\">" + words.say("finish") + "</button>";
        return """
                <tr data-person="%s"><td>%s</td><td class="n">%s</td><td><form method="post" action="do">%s%s%s\
                <button name="what" value="leave" class="quiet">%s</button></form>%s</td></tr>""".formatted(
                Words.text(p.id()), Words.text(p.name()),
                words.say("of", p.lessons(), Lessons.TITLES.size()), hidden(p.id()), lesson, finish,
                words.say("leave"), new MoreHtml(words, hidden(p.id())).of(p));
    }

    private String option(Person p) {
        return "<option value=\"" + Words.text(p.id()) + "\"" + (p.id().equals(as) ? " selected" : "") + ">"
                + Words.text(p.name()) + "</option>";
    }

    private String lessons(Person p) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < Lessons.TITLES.size(); i++) {
            list.append(i < p.lessons() ? "<li class=\"done\">" : "<li>").append(Words.text(Lessons.TITLES.get(i)))
                    .append("</li>");
        }
        return list.toString();
    }

    String hidden(String person) {
        return "<input type=\"hidden\" name=\"token\" value=\"" + token + "\"><input type=\"hidden\" name=\"person\""
                + " value=\"" + Words.text(person) + "\"><input type=\"hidden\" name=\"lang\" value=\"" + words.lang()
                + "\">";
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
