// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.access.Masking;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.Tag;
import org.huifang.api.segment.Condition;
import org.huifang.api.segment.Measure;
import org.huifang.api.segment.Why;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;

/** Conditions as sentences, and what was seen when they were looked at. */
final class ConditionWords {
    private final Map<UUID, String> courses;
    private final Map<UUID, String> colleagues;

    /** @param colleagues by name */
    ConditionWords(List<Course> courses, Map<UUID, String> colleagues) {
        this.colleagues = colleagues;
        this.courses = courses.stream().collect(Collectors.toMap(Course::id, Course::title));
    }

    String of(Condition condition) {
        return switch (condition) {
            case Condition.All all -> text("seg.say.all");
            case Condition.Any any -> text("seg.say.any");
            case Condition.Not not when not.part() instanceof Condition.Combined -> text("seg.say.none");
            case Condition.Not not -> text("seg.say.not", of(not.part()));
            case Condition.Is is -> text("seg.say.is", Words.field(is.field()), is.value());
            case Condition.Contains has -> text("seg.say.contains", Words.field(has.field()), has.text());
            case Condition.Known known -> text("seg.say.known", Words.field(known.field()));
            case Condition.Wears wears -> text("seg.say.wears", wears.tag());
            case Condition.InCourse in -> course(in);
            case Condition.Active active -> text("seg.say.active", active.days());
            case Condition.EnrolledWithin within -> text("seg.say.enrolled", within.days());
            case Condition.KeptBy kept when kept.account() == null -> text("seg.say.unkept");
            case Condition.KeptBy kept -> text("seg.say.kept", name(String.valueOf(kept.account())));
            case Condition.Bought bought when bought.title().isBlank() -> text("seg.say.bought", bought.days());
            case Condition.Bought bought -> text("seg.say.bought.what", bought.days(), bought.title());
            case Condition.Reached reached -> text("seg.say.reached", reached.days());
            case Condition.Measured measured -> text("seg.say.measured", text(key(measured.measure())),
                    measured.least(), measured.most());
            case Condition.OutOfDate old -> text("seg.say.outdated");
        };
    }

    private String name(String account) {
        return colleagues.getOrDefault(UUID.fromString(account), text("quality.keepers.gone"));
    }

    static String key(Measure measure) {
        return "seg.measure." + measure.name().toLowerCase(Locale.ROOT);
    }

    private String course(Condition.InCourse in) {
        var stage = in.stage() == null ? text("seg.present") : Words.of(in.stage());
        var title = in.course() == null ? text("seg.anycourse") : courses.getOrDefault(in.course(), "?");
        return text("seg.say.course", title, stage, in.least(), in.most());
    }

    /** What the file says of it. */
    String seen(Why why) {
        return switch (why.condition()) {
            case Condition.Combined combined -> "";
            case Condition.Wears wears -> list(why.tags().stream().map(Tag::name));
            case Condition.Active active -> list(why.enrolments().stream().map(each -> each.lastActivity() == null
                    ? text("files.never")
                    : Times.stamp(each.lastActivity())));
            case Condition.EnrolledWithin within -> list(
                    why.enrolments().stream().map(each -> Times.stamp(each.enrolled())));
            case Condition.InCourse in -> list(why.enrolments().stream().map(ConditionWords::enrolment));
            case Condition.Is is -> value(is.field(), why);
            case Condition.Contains has -> value(has.field(), why);
            case Condition.Known known -> value(known.field(), why);
            case Condition.KeptBy kept -> list(lines(why).map(this::name));
            case Condition.Bought bought -> list(lines(why));
            case Condition.Reached reached -> list(lines(why).map(at -> Times.stamp(Instant.parse(at))));
            case Condition.Measured measured -> list(lines(why));
            case Condition.OutOfDate old -> list(lines(why).map(Words::field));
        };
    }

    private static Stream<String> lines(Why why) {
        return why.value() == null ? Stream.of() : why.value().lines();
    }

    private static String value(String field, Why why) {
        return why.value() == null ? text("seg.nothing") : Masking.value(field, why.value());
    }

    private static String enrolment(Enrolment each) {
        return text("list.progress", each.courseTitle(), Words.of(each.stage()), each.progress());
    }

    private static String list(Stream<String> seen) {
        String all = seen.collect(Collectors.joining(" · "));
        return all.isEmpty() ? text("seg.nothing") : all;
    }

    private static String text(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
