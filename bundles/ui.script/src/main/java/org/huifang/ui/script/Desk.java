// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.api.revisit.Plans;
import org.huifang.api.script.ScriptEvent;
import org.huifang.api.script.ScriptStudio;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.Scripts;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** What scripts are written with, and who writes. */
record Desk(ScriptStudio studio, Scripts scripts, LearnerArchive archive, @Nullable Plans plans,
        @Nullable Accounts accounts) {
    private static final List<String> BROUGHT = List.of("first", "mid", "end");

    static TenantId tenant() {
        return Viewer.current().tenant();
    }

    static UUID me() {
        return Objects.requireNonNull(Viewer.current().account(), "scripts are for staff");
    }

    /** Whether the viewer's role approves scripts at all. */
    static boolean approves() {
        return Viewer.current().any(Role.SUPERVISOR, Role.ADMIN);
    }

    /** The steps that a script can be for, those of the plans among them. */
    Set<String> steps() {
        Set<String> steps = new LinkedHashSet<>(BROUGHT);
        if (plans != null) {
            plans.all(tenant()).forEach(plan -> plan.steps().stream().map(PlannedStep::code).forEach(steps::add));
        }
        return steps;
    }

    static String step(String step) {
        return step.isEmpty() ? I18NProvider.translate("scripts.anystep") : Words.step(step);
    }

    String course(@Nullable UUID course) {
        return course == null
                ? I18NProvider.translate("scripts.anycourse")
                : archive.courses(tenant()).stream().filter(each -> each.id().equals(course)).map(Course::title)
                        .findFirst().orElseGet(() -> I18NProvider.translate("scripts.gonecourse"));
    }

    String person(UUID account) {
        if (account.equals(ScriptEvent.HUIFANG)) {
            return "Huifang";
        }
        return accounts == null
                ? I18NProvider.translate("scripts.colleague")
                : accounts.find(tenant(), account).map(Account::displayName).filter(name -> !name.isBlank())
                        .orElseGet(() -> I18NProvider.translate("scripts.colleague"));
    }

    /** What a version is called: by its name, else by its step. */
    static String title(ScriptVersion version) {
        return version.name().isBlank() ? step(version.step()) : version.name();
    }

    static String word(String kind, Enum<?> name) {
        return I18NProvider.translate("scripts." + kind + "." + name.name().toLowerCase(Locale.ROOT));
    }
}
