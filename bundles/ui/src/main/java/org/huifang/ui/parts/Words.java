// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.huifang.api.access.Masking;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Relation;
import org.huifang.api.archive.Stage;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Anchor;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketState;

/**
 * The words of the glossary for what the services speak of, in the language of the current page. Names that this
 * version does not know yet are shown as they are.
 */
public final class Words {
    /** Skills that Huifang has words for; a school may have more. */
    public static final List<String> SKILLS = List.of("complaint", "minor", "refund", "survey");
    /** What a masked value may be shown in full for. */
    public static final List<String> REVEALS = Masking.REASONS;
    private static final String[] METRICS = {"coverage", "punctuality", "csat", "nps"};

    private Words() {
    }

    public static String of(State state) {
        return word("state", state.name());
    }

    public static String of(Outcome outcome) {
        return word("outcome", outcome.name());
    }

    public static String of(Stage stage) {
        return word("stage", stage.name());
    }

    public static String of(Kind kind) {
        return word("kind", kind.name());
    }

    public static String of(Role role) {
        return word("rolename", role.name());
    }

    public static String of(CourseRole role) {
        return word("courserole", role.name());
    }

    /** A step of the plan, as {@code first}. */
    public static String step(String step) {
        return known("ui.step.", step, "first", "mid", "end");
    }

    /** A step within a sentence: one of the school's own has a code for a name, which says nothing to anybody. */
    public static String contact(String step) {
        return step.equals("promise") || step.matches("[st]-[0-9a-f]{4,}")
                ? I18NProvider.translate(step.equals("promise") ? "ui.step.promise" : "ui.step.own")
                : step(step);
    }

    /** A field of a file, as {@code phone}. */
    public static String field(String field) {
        return known("ui.field.", field, "name", "reading", "contact", "address", "email", "phone", "wechat", "locale",
                "timeZone", "goal", "channel", "hours", "birthDate");
    }

    /** What an agent is good at, as {@code complaint}; a school's own words are shown as they are. */
    public static String skill(String skill) {
        return known("ui.skill.", skill, SKILLS.toArray(String[]::new));
    }

    public static String of(Area area) {
        return word("area", area.name());
    }

    public static String of(TicketState state) {
        return word("ticketstate", state.name());
    }

    public static String of(Hold.Reason reason) {
        return word("hold", reason.name());
    }

    public static String of(Anchor anchor) {
        return word("anchor", anchor.name());
    }

    /** What is owed: in Huifang's words, or else as the school or the agent called it. */
    public static String what(Obligation obligation) {
        return obligation.title().isEmpty() ? step(obligation.step()) : obligation.title();
    }

    public static String of(Relation relation) {
        return word("relation", relation.name());
    }

    public static String of(Confidence confidence) {
        return word("confidence", confidence.name());
    }

    /** What a consent is for, as {@code revisit}; a tenant's own purposes are shown as they are. */
    public static String purpose(String purpose) {
        return known("ui.purpose.", purpose, "revisit", "survey", "care", "recording", "marketing");
    }

    /** A way of reaching somebody, as {@code phone}. */
    public static String channel(String channel) {
        return known("ui.channel.", channel, "phone", "sms", "email", "wechat", "lms", "any");
    }

    /** Who said a thing: {@code platform:<uuid>}, {@code hook:<name>}, {@code import:<run>}, {@code staff}. */
    public static String source(String source) {
        if (source.startsWith("platform:")) {
            return I18NProvider.translate("ui.source.platform");
        }
        if (source.startsWith("hook:")) {
            return I18NProvider.translate("ui.source.hook", source.substring("hook:".length()));
        }
        if (source.startsWith("import:") || source.startsWith("list:")) {
            return I18NProvider.translate("ui.source.import");
        }
        return source.equals("revisit") || source.equals("care")
                ? I18NProvider.translate("ui.source.huifang")
                : known("ui.source.", source, "staff", "learner");
    }

    /** What somebody was wished well for, as {@code birthday}. */
    public static String occasion(String occasion) {
        return known("ui.occasion.", occasion, "birthday", "festival", "milestone", "finished");
    }

    /** What a masked value was shown in full for, as {@code call}. */
    public static String revealed(String reason) {
        return known("ui.reveal.", reason, REVEALS.toArray(String[]::new));
    }

    /** A measure, as {@code csat}. */
    public static String metric(String name) {
        return known("ui.metric.", name, METRICS);
    }

    /** How a measure is defined; empty for one that brings no words. */
    public static String definition(String name) {
        var text = known("ui.definition.", name, METRICS);
        return text.equals(name) ? "" : text;
    }

    /** Why nothing is owed any more; the one reason that this version gives itself is translated. */
    public static String reason(String reason) {
        return known("ui.reason.", reason, "left", "role", "finished", "past", "plan", "moot", "refunded");
    }

    private static String word(String kind, String name) {
        return I18NProvider.translate("ui." + kind + "." + name.toLowerCase(Locale.ROOT));
    }

    private static String known(String prefix, String name, String... names) {
        for (var each : names) {
            if (each.equals(name)) {
                return I18NProvider.translate(prefix + name.toLowerCase(Locale.ROOT));
            }
        }
        return name;
    }
}
