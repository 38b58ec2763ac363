// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Ask;
import org.huifang.api.archive.Ask.Reason;
import org.huifang.api.archive.FieldPolicy;
import org.huifang.api.archive.FieldPolicy.Need;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.FileQuality;
import org.huifang.api.archive.Tag;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** What is worth asking next: in the order of what changes a decision first, and never more than two things. */
final class AskNext {
    private static final int AT_MOST = 2;

    private AskNext() {
    }

    static List<Ask> of(Sql sql, TenantId tenant, UUID learner, Instant now) throws SQLException {
        List<UUID> parts = Merges.parts(sql, tenant, learner);
        if (parts.isEmpty()) {
            return List.of();
        }
        if (!Cell.counted(sql, tenant, parts.getFirst())) {
            return List.of();
        }
        Map<String, Cell> cells = Cell.of(sql, tenant, List.of(parts.getFirst())).stream()
                .collect(Collectors.toMap(Cell::field, cell -> cell));
        Map<String, FieldValue> values = Values.current(sql, tenant, parts).winners();
        Set<String> drawn = Reviews.open(sql, tenant, parts);
        Set<String> tags = TagTable.of(sql, tenant, List.of(parts.getFirst())).getOrDefault(parts.getFirst(), List.of())
                .stream().map(Tag::name).collect(Collectors.toSet());
        var asks = new ArrayList<Ask>();
        var asked = new HashSet<String>();
        for (FieldPolicy policy : FieldPolicies.of(FieldPolicies.all(sql, tenant), tags)) {
            Reason reason = reason(policy, cells.get(policy.field()), drawn, now);
            String field = policy.field().equals(FileQuality.CONTACT) ? "phone" : policy.field();
            boolean answerable = !policy.field().equals(FileQuality.CONTACT) || reason == Reason.MISSING;
            if (reason != null && answerable && asked.add(field)) {
                asks.add(new Ask(field, reason, values.get(field)));
            }
        }
        return two(asks);
    }

    private static @Nullable Reason reason(FieldPolicy policy, @Nullable Cell cell, Set<String> drawn, Instant now) {
        if (policy.need() == Need.NOT_NEEDED) {
            return null;
        } else if (cell == null) {
            return Reason.MISSING;
        } else if (cell.conflict()) {
            return Reason.CONFLICT;
        } else if (drawn.contains(policy.field())) {
            return Reason.IN_SAMPLE;
        }
        return cell.stale(policy, now) ? Reason.STALE : null;
    }

    /** What was drawn at random is not left to the files that lack nothing else, or the sample would not be one. */
    private static List<Ask> two(List<Ask> asks) {
        List<Ask> first = asks.stream().limit(AT_MOST).toList();
        if (first.stream().anyMatch(ask -> ask.reason() == Reason.IN_SAMPLE)) {
            return first;
        }
        return asks.stream().filter(ask -> ask.reason() == Reason.IN_SAMPLE).findFirst()
                .map(drawn -> List.of(first.getFirst(), drawn)).orElse(first);
    }
}
