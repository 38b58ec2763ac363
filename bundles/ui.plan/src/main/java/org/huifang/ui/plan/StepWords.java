// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.i18n.I18NProvider;
import org.huifang.api.revisit.Anchor;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** Steps in words, in the language of the current page. */
final class StepWords {
    private StepWords() {
    }

    static String name(PlannedStep step) {
        return name(step.code(), step.name());
    }

    /** @param name may be "", then the step is one that Huifang brings, or has no name yet */
    static String name(String code, String name) {
        if (!name.isBlank()) {
            return name;
        }
        return known(code) ? Words.step(code) : I18NProvider.translate("plans.step.unnamed");
    }

    /** Whether Huifang has words for it. */
    static boolean known(String code) {
        return !Words.step(code).equals(code);
    }

    static String anchor(Anchor anchor, int value) {
        return switch (anchor) {
            case PROGRESS -> I18NProvider.translate("plans.anchor.progress", value);
            case INACTIVITY -> I18NProvider.translate("plans.anchor.inactivity", value);
            default -> Words.of(anchor);
        };
    }

    /** What is written under a node: from when to when. */
    static String when(PlannedStep step) {
        var from = anchor(step.anchor(), step.value());
        return step.opensAfter() == 0 && step.dueAfter() >= 0
                ? I18NProvider.translate("plans.when.within", from, step.dueAfter())
                : I18NProvider.translate("plans.when.between", from, day(step.opensAfter()), day(step.dueAfter()));
    }

    static String sentence(PlannedStep step) {
        return step.skill() == null ? plain(step) : plain(step) + " · " + skill(step.skill());
    }

    static String skill(@Nullable String skill) {
        return skill == null
                ? I18NProvider.translate("plans.skill.any")
                : I18NProvider.translate("plans.skill.needs", Words.skill(skill));
    }

    private static String plain(PlannedStep step) {
        return step.minutes() == 0
                ? I18NProvider.translate("plans.step.short", when(step), Words.of(step.kind()), notice(step.notice()))
                : I18NProvider.translate("plans.step.sentence", when(step), Words.of(step.kind()), step.minutes(),
                        notice(step.notice()));
    }

    static String notice(boolean told) {
        return I18NProvider.translate(told ? "plans.notice.yes" : "plans.notice.no");
    }

    private static String day(int day) {
        return day < 0 ? "−" + -day : String.valueOf(day);
    }
}
