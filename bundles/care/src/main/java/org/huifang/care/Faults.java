// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.huifang.api.care.Greeting;
import org.huifang.api.care.Occasion;
import org.huifang.api.care.Saved;

/** What is wrong with a greeting: one that is not live may be unfinished, but none sells. */
final class Faults {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    private Faults() {
    }

    static List<Saved.Fault> of(Greeting greeting) {
        var faults = new ArrayList<Saved.Fault>();
        for (String language : Greeting.LANGUAGES) {
            Greeting.Text text = greeting.texts().get(language);
            if (text != null) {
                faults.addAll(of(language, text.subject() + "\n" + text.body()));
                if (greeting.live() && text.subject().isBlank() != text.body().isBlank()) {
                    faults.add(new Saved.Fault(Saved.Kind.NO_TEXT, language, ""));
                }
            }
        }
        if (greeting.live()) {
            if (greeting.name().isBlank()) {
                faults.add(missing(Saved.Kind.NO_NAME));
            }
            if (greeting.texts().values().stream().allMatch(Greeting.Text::empty)) {
                faults.add(missing(Saved.Kind.NO_TEXT));
            }
            if (greeting.occasion() instanceof Occasion.Festival(var days) && days.isEmpty()) {
                faults.add(missing(Saved.Kind.NO_DAY));
            }
        }
        return faults;
    }

    private static List<Saved.Fault> of(String language, String text) {
        var faults = new ArrayList<Saved.Fault>();
        Selling.in(text).forEach(word -> faults.add(new Saved.Fault(Saved.Kind.SELLS, language, word)));
        BRACES.matcher(text).results().filter(slot -> !Greeting.SLOTS.contains(slot.group(1))).map(MatchResult::group)
                .distinct().forEach(slot -> faults.add(new Saved.Fault(Saved.Kind.SLOT, language, slot)));
        return faults;
    }

    private static Saved.Fault missing(Saved.Kind kind) {
        return new Saved.Fault(kind, "", "");
    }
}
