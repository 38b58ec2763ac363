// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.access.Masking;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.rest.Asker;
import org.huifang.rest.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, addresses and ids of people in what a member of staff reads: masked as on the pages, or in full for a reason
 * that goes on record and that the learner sees. A program has a scope of its own and reads them in full.
 */
final class Reveal {
    private final LearnerArchive archive;
    private final InstantSource clock;
    private final Asker asker;
    private final @Nullable String reason;
    private final Set<String> hidden = new TreeSet<>();

    /** For one answer. @param reason of {@link Masking#REASONS}, or null */
    Reveal(LearnerArchive archive, InstantSource clock, SecurityContext who, @Nullable String reason) {
        if (reason != null && !Masking.REASONS.contains(reason)) {
            throw Refusal.parameter("reason", "is one of " + String.join(", ", Masking.REASONS));
        }
        this.archive = archive;
        this.clock = clock;
        this.asker = Asker.of(who);
        this.reason = reason;
    }

    LearnerFile of(LearnerFile file) {
        var masked = new LearnerFile(file.id(), file.name(), file.values().stream().map(this::masked).toList(),
                file.others().stream().map(this::masked).toList(), file.enrolments(),
                file.keys().stream().map(this::masked).toList(), file.parts());
        return allowed(file.id()) ? file : masked;
    }

    FieldValue of(FieldValue value, UUID learner) {
        FieldValue masked = masked(value);
        return allowed(learner) ? value : masked;
    }

    Page<TimelineEntry> of(Page<TimelineEntry> page, UUID learner) {
        List<TimelineEntry> masked = page.items().stream().map(one -> new TimelineEntry(one.tenant(), one.id(),
                one.learner(), one.course(), masked(one.fact()), one.source(), one.recorded())).toList();
        return allowed(learner) ? page : new Page<>(masked, page.next());
    }

    /** Whether all is shown in full; of what would be hidden that goes on record first. */
    private boolean allowed(UUID learner) {
        String why = reason;
        if (hidden.isEmpty() || why == null) {
            return hidden.isEmpty();
        }
        archive.record(new Delivery(asker.tenant(), asker.source(), UUID.randomUUID().toString(), hidden.stream()
                .map(field -> (Fact) new Fact.Revealed(learner, field, why, asker.author(), clock.instant()))
                .toList()));
        return true;
    }

    /** The id that a list has for somebody may be an address. */
    private PersonKey masked(PersonKey key) {
        return key.subject().contains("@") ? new PersonKey(key.source(), text("email", key.subject())) : key;
    }

    private FieldValue masked(FieldValue one) {
        return new FieldValue(one.id(), one.field(), text(one.field(), one.value()), one.source(), one.author(),
                one.confidence(), one.since(), one.recorded(), one.superseded());
    }

    private Fact masked(Fact fact) {
        return switch (fact) {
            case Fact.Launched l -> new Fact.Launched(l.course(), l.person(), masked(l.identity()), l.role(), l.at());
            case Fact.Enrolled e -> new Fact.Enrolled(e.course(), e.person(), masked(e.identity()), e.role(), e.at());
            case Fact.PersonDescribed d -> new Fact.PersonDescribed(d.person(), d.file(), masked(d.values()),
                    d.confidence(), d.author(), d.at());
            case Fact.ValueSaid s -> new Fact.ValueSaid(s.learner(), s.field(), text(s.field(), s.value()),
                    s.confidence(), s.author(), s.at());
            case Fact.ValueChecked c -> new Fact.ValueChecked(c.learner(), c.field(), text(c.field(), c.value()),
                    c.correct(), c.author(), c.at());
            default -> fact;
        };
    }

    private Identity masked(Identity one) {
        return new Identity(one.name(), maybe("email", one.email()), maybe("phone", one.phone()), one.locale(),
                one.timeZone(), one.goal());
    }

    private Map<String, String> masked(Map<String, String> values) {
        Map<String, String> shown = new LinkedHashMap<>();
        values.forEach((field, value) -> shown.put(field, text(field, value)));
        return shown;
    }

    private @Nullable String maybe(String field, @Nullable String value) {
        return value == null ? null : text(field, value);
    }

    private String text(String field, String value) {
        String shown = asker.isStaff() ? Masking.value(field, value) : value;
        if (!shown.equals(value)) {
            hidden.add(field);
        }
        return shown;
    }
}
