// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.intake.ImportRun;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** What the archive holds of a file as a row of a list finds it. */
final class Held {
    private static final String IMPORT = "import:";
    private static final Held NOTHING = new Held(Map.of(), List.of(), Set.of(), "");

    private final Map<String, FieldValue> holding;
    private final List<FieldValue> said;
    private final Set<String> ofList;
    private final String own;

    /**
     * @param holding the values that hold, by field
     * @param said what each source says, whichever holds
     * @param ofList the sources that were this list
     * @param own the source that this run is
     */
    private Held(Map<String, FieldValue> holding, List<FieldValue> said, Set<String> ofList, String own) {
        this.holding = holding;
        this.said = said;
        this.ofList = ofList;
        this.own = own;
    }

    static Map<UUID, Held> of(FileKeeping files, Sql sql, TenantId tenant, ImportRun run, Collection<UUID> learners)
            throws SQLException {
        Map<UUID, List<FieldValue>> said = files.sayings(tenant, learners);
        Map<UUID, List<FieldValue>> holding = files.values(tenant, learners);
        Set<UUID> runs = new HashSet<>();
        said.values().stream().flatMap(List::stream).flatMap(value -> Held.run(value).stream()).forEach(runs::add);
        Set<String> ofList = runs.isEmpty()
                ? Set.of()
                : Runs.ofList(sql, run.list(), runs).stream().map(id -> IMPORT + id).collect(Collectors.toSet());
        return said.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> new Held(
                holding.getOrDefault(one.getKey(), List.of()).stream()
                        .collect(Collectors.toMap(FieldValue::field, value -> value)),
                // what was taken back is not said
                one.getValue().stream().filter(value -> !value.value().isEmpty()).toList(), ofList,
                IMPORT + run.id())));
    }

    static Held in(Map<UUID, Held> all, UUID file) {
        return all.getOrDefault(file, NOTHING);
    }

    private static Optional<UUID> run(FieldValue value) {
        try {
            return value.source().startsWith(IMPORT)
                    ? Optional.of(UUID.fromString(value.source().substring(IMPORT.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException otherwiseNamed) {
            return Optional.empty();
        }
    }

    boolean nothing() {
        return holding.isEmpty();
    }

    /** The value that holds, or null. */
    @Nullable
    FieldValue holding(String field) {
        return holding.get(field);
    }

    /**
     * Of the same value: the one that holds, or what this list said last. What a list said before that is news when it
     * says so again, or it would never be heard.
     */
    Optional<FieldValue> same(String field, String value) {
        return Stream.concat(Stream.ofNullable(holding.get(field)), said.stream()
                .filter(one -> one.field().equals(field) && (ofList.contains(one.source()) || one.source().equals(own)))
                .max(Comparator.comparing(FieldValue::since).thenComparing(FieldValue::id)).stream())
                .filter(one -> same(one, value)).findFirst();
    }

    /** Whether it stays when another import is taken back: somebody else says so too, or this one said so already. */
    boolean stays(String field, String value) {
        return said.stream().anyMatch(one -> one.field().equals(field) && same(one, value)
                && (!one.source().startsWith(IMPORT) || one.source().equals(own)));
    }

    private static boolean same(FieldValue held, String said) {
        if (held.field().equals(Field.PHONE.key())) {
            return tail(held.value()).equals(tail(said));
        }
        return held.field().equals(Field.EMAIL.key()) ? held.value().equalsIgnoreCase(said) : held.value().equals(said);
    }

    private static String tail(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.substring(Math.max(0, digits.length() - 10));
    }
}
