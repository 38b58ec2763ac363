// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.huifang.api.Page;
import org.huifang.api.archive.Reach;
import org.huifang.api.care.Greetings;
import org.huifang.api.care.Occasion;
import org.huifang.api.care.Preview;
import org.jspecify.annotations.Nullable;

/** Looks ahead by the same code that finds people when their day has come. */
final class Previewing {
    private static final int MOST_NAMED = 20;

    private final People people;
    private final Kept kept;
    private final List<Preview.Person> first = new ArrayList<>();
    private int count;
    private int agreed;

    Previewing(People people, Kept kept) {
        this.people = people;
        this.kept = kept;
    }

    Preview of(LocalDate from, int days) {
        boolean all = switch (kept.greeting().occasion()) {
            case Occasion.Birthday() -> birthdays(from, days);
            case Occasion.Festival(var named) -> named.stream()
                    .filter(day -> !day.isBefore(from) && day.isBefore(from.plusDays(days))).findFirst()
                    .map(day -> add(people.on(kept, day, null), day, false)).orElse(true);
            case Occasion.Milestone _,Occasion.Finished _ -> add(people.before(kept, null), null, false);
        };
        return new Preview(count, !all, agreed, first);
    }

    private boolean birthdays(LocalDate from, int days) {
        for (LocalDate day : from.datesUntil(from.plusDays(days)).toList()) {
            if (!add(people.on(kept, day, null), day, true)) {
                return false;
            }
        }
        return true;
    }

    /** False when there are more than it looked at. */
    private boolean add(Page<Reach> page, @Nullable LocalDate day, boolean ask) {
        for (Reach person : page.items()) {
            if (count == People.PAGE) {
                return false;
            }
            if (ask && !people.enrolled(kept, person.person())) {
                continue;
            }
            count++;
            agreed += reachable(person) ? 1 : 0;
            if (first.size() < MOST_NAMED) {
                first.add(new Preview.Person(person.person(), person.name(), day));
            }
        }
        return page.next() == null;
    }

    private static boolean reachable(Reach person) {
        return Carrying.ORDER.stream().anyMatch(
                channel -> person.points().containsKey(channel) && person.may(Greetings.PURPOSE, channel));
    }
}
