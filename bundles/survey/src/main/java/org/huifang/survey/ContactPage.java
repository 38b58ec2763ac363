// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.api.revisit.Notice;

/** Who will call, why, how, when and for how long; and the four things that can be said to it, one tap each. */
record ContactPage(Layout layout, Contact.Here found) {
    private static final Set<String> STEPS = Set.of("first", "mid", "end");
    private static final Set<String> CHANNELS = Set.of("phone", "sms", "email", "wechat", "lms");
    private static final Set<String> SAID = Set.of("confirm", "move", "channel", "decline");

    /**
     * @param done what was said just now, or ""
     * @param notOffered what was chosen last could not be
     */
    String page(String done, boolean notOffered) {
        Notice notice = found.notice();
        String title = layout.language().text("contact.title." + kind());
        String main = switch (notice.status()) {
            case OVER -> sentence("contact.over");
            case OPEN -> told(notOffered) + about() + suits() + others();
            case CONFIRMED, MOVED -> receipt(done) + told(notOffered) + about() + others();
            case DECLINED -> receipt(done) + told(notOffered) + again();
        };
        return layout.page(title, main);
    }

    private String kind() {
        return found.notice().channel().equals("phone") ? "call" : "message";
    }

    /** What holds now; right after an answer in the words for that answer. */
    private String receipt(String done) {
        String status = switch (found.notice().status()) {
            case MOVED -> "move";
            case DECLINED -> "decline";
            default -> "confirm";
        };
        boolean declined = status.equals("decline");
        String said = SAID.contains(done) && done.equals("decline") == declined ? done : status;
        return "<p class=\"said\" role=\"status\">%s</p>%n".formatted(layout.text("contact.said." + said, when(
                found.notice().at()), channel(found.notice().channel())));
    }

    private String told(boolean notOffered) {
        return notOffered ? "<p class=\"error\" role=\"alert\">%s</p>%n".formatted(layout.text("contact.gone")) : "";
    }

    private String about() {
        Notice notice = found.notice();
        String purposes = notice.about().stream()
                .map(about -> "<li>%s</li>%n".formatted(layout.text("contact.about", about(about), course(about))))
                .collect(Collectors.joining());
        return """
                <p>%s</p>
                <p>%s</p>
                <ul>
                %s</ul>
                <p>%s</p>
                """.formatted(layout.text("contact.who." + kind() + (found.school().isEmpty() ? "" : ".school"),
                channel(notice.channel()), found.school()),
                layout.text("contact.when", when(notice.at()), notice.minutes()), purposes,
                layout.text("contact.seen"));
    }

    private String about(Notice.About about) {
        return about.title().isBlank() && STEPS.contains(about.step())
                ? layout.language().text("contact.about." + about.step())
                : about.title().isBlank() ? layout.language().text("contact.about.course") : about.title();
    }

    private String course(Notice.About about) {
        String title = found.courses().getOrDefault(about.course(), "");
        return title.isBlank() ? layout.language().text("course.unknown") : title;
    }

    private String suits() {
        return form("confirm", "", layout.text("contact.confirm"));
    }

    private String again() {
        return form("confirm", "", layout.text("contact.after.all", when(found.notice().at())));
    }

    private String others() {
        Notice notice = found.notice();
        List<String> times = notice.times().stream()
                .map(at -> radio("at", at.toString(), Markup.escape(when(at)))).toList();
        List<String> channels = notice.channels().stream()
                .map(each -> radio("channel", each, Markup.escape(channel(each)))).toList();
        return choice("move", times) + choice("channel", channels)
                + form("decline", "", layout.text("contact.decline"));
    }

    private String choice(String say, List<String> radios) {
        return radios.isEmpty()
                ? ""
                : form(say, """
                        <fieldset>
                        <legend>%s</legend>
                        <div class="column">
                        %s</div>
                        </fieldset>
                        """.formatted(layout.text("contact." + say), String.join("", radios)),
                        layout.text("contact." + say + ".do"));
    }

    private String form(String say, String fields, String button) {
        return """
                <form method="post" action="%s" class="answer">
                %s<button type="submit" name="say" value="%s"%s>%s</button>
                </form>
                """.formatted(Markup.escape(layout.address()), fields, say,
                say.equals("confirm") ? "" : " class=\"second\"", button);
    }

    private static String radio(String name, String value, String label) {
        return "<label><input type=\"radio\" name=\"%s\" value=\"%s\" required><span>%s</span></label>%n"
                .formatted(name, Markup.escape(value), label);
    }

    private String sentence(String key) {
        return "<p>" + layout.text(key) + "</p>\n";
    }

    private String channel(String channel) {
        return CHANNELS.contains(channel) ? layout.language().text("contact.channel." + channel) : channel;
    }

    /** As {@code Monday 23 November, 19:00 (Asia/Shanghai)}, so that nobody wonders whose time it is. */
    private String when(Instant at) {
        Locale locale = Locale.forLanguageTag(layout.language().tag());
        return DateTimeFormatter.ofPattern(layout.language().text("contact.date"), locale)
                .format(at.atZone(found.zone())) + " (" + found.zone().getId() + ")";
    }
}
