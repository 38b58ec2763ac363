// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.huifang.api.intake.FilePreview;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** What a zip of a school's administration brings, as its manifest says: which files, and whether whole or differences. */
final class RosterPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final String FILE = "file.";
    private static final Set<String> READ = Set.of("academicSessions", "courses", "classes", "users", "roles",
            "enrollments");

    RosterPart(FilePreview preview) {
        getContent().add(Pieces.wideSentence(getTranslation("intake.roster.how")), Layouts
                .list(preview.rows().stream().filter(RosterPart::matters).map(this::row).toArray(Component[]::new)));
    }

    private static boolean matters(List<String> property) {
        return property.getFirst().startsWith(FILE) || property.getFirst().equals("oneroster.version")
                || property.getFirst().equals("source.systemName");
    }

    private Component row(List<String> property) {
        String name = property.getFirst();
        if (!name.startsWith(FILE)) {
            return Layouts.row(Layouts.line(Pieces.strong(getTranslation(
                    name.equals("oneroster.version") ? "intake.roster.version" : "intake.roster.from")),
                    Pieces.quiet(property.getLast())));
        }
        String file = name.substring(FILE.length());
        String what = !READ.contains(file)
                ? getTranslation("intake.roster.passed")
                : switch (property.getLast().toLowerCase(Locale.ROOT)) {
                    case "bulk" -> getTranslation("intake.roster.bulk");
                    case "delta" -> getTranslation("intake.roster.delta");
                    default -> property.getLast();
                };
        return Layouts.row(Layouts.line(Pieces.strong(file + ".csv"), Pieces.quiet(what)));
    }
}
