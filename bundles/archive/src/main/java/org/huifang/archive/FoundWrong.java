// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Field;
import org.huifang.persistence.Sql;

/**
 * What checks found wrong of one person and none has found right since.
 *
 * @param last of each value when it was found wrong last
 */
record FoundWrong(Map<Value, Instant> last) {
    static final FoundWrong NOTHING = new FoundWrong(Map.of());
    private static final String OF_MANY = """
        select part.root, c.field, archive.same(c.field, c.value) as same, max(c.at) filter (where not c.correct) as at
        from unnest(?::uuid[], ?::uuid[]) as part (id, root) cross join lateral (
            select field, value, correct, at from archive.checked where learner = part.id offset 0) c
        group by 1, 2, 3
        having max(c.at) filter (where not c.correct) > coalesce(max(c.at) filter (where c.correct), '-infinity')""";

    /** However it is spelt. */
    record Value(String field, String same) {
        static Value of(String field, String value) {
            return new Value(field, Field.plain(field, value));
        }
    }

    static FoundWrong of(Sql sql, Collection<UUID> parts) throws SQLException {
        var root = new UUID(0, 0);
        var roots = new HashMap<UUID, UUID>();
        parts.forEach(part -> roots.put(part, root));
        return ofMany(sql, roots).getOrDefault(root, NOTHING);
    }

    /** @param parts each part's file */
    static Map<UUID, FoundWrong> ofMany(Sql sql, Map<UUID, UUID> parts) throws SQLException {
        record Found(UUID root, Value value, Instant at) {}
        var found = new HashMap<UUID, FoundWrong>();
        for (Found one : sql.list(OF_MANY, row -> new Found(Sql.id(row, "root"),
                new Value(row.getString("field"), row.getString("same")), Sql.instant(row, "at")),
                parts.keySet().toArray(UUID[]::new), parts.values().toArray(UUID[]::new))) {
            found.computeIfAbsent(one.root, id -> new FoundWrong(new HashMap<>())).last.put(one.value, one.at);
        }
        return found;
    }

    /** As these facts tell it, in any order. */
    static FoundWrong told(Collection<Fact> facts) {
        record Check(Value value, Instant at) {}
        var right = new HashSet<Check>();
        var wrong = new HashSet<Check>();
        facts.stream().filter(Fact.ValueChecked.class::isInstance).map(Fact.ValueChecked.class::cast)
                .forEach(check -> (check.correct() ? right : wrong).add(new Check(
                        Value.of(check.field(), check.value().strip()), Text.storable(check.at()))));
        var back = List.copyOf(right);
        right.removeAll(wrong);
        wrong.removeAll(back);
        var last = new HashMap<Value, Instant>();
        wrong.forEach(check -> last.merge(check.value, check.at, (a, b) -> a.isAfter(b) ? a : b));
        last.entrySet().removeIf(each -> right.stream().anyMatch(check -> check.value.equals(each.getKey())
                && !check.at.isBefore(each.getValue())));
        return new FoundWrong(last);
    }

    /** Whether nobody has said it again since. */
    boolean still(Value value, Instant said) {
        Instant at = last.get(value);
        return at != null && !said.isAfter(at);
    }
}
