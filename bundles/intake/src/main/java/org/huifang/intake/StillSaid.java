// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Candidate;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Sought;
import org.huifang.api.intake.ImportRun;
import org.huifang.persistence.Sql;

/**
 * Of the people of a roster that is taken back, those whom a later import of the list names as well: what only the former
 * told the archive, for nothing was new in it the second time, is told on behalf of the later one. For a moment before,
 * as {@link PlanningRows} does.
 */
final class StillSaid {
    private final TenantId tenant;
    private final ImportRun run;
    private final FileKeeping files;

    StillSaid(TenantId tenant, ImportRun run, FileKeeping files) {
        this.tenant = tenant;
        this.run = run;
        this.files = files;
    }

    /** What is to be told before these people are taken back; each part under a key of its own. */
    List<Delivery> of(Sql sql, List<PersonKey> people) throws SQLException {
        Map<String, UUID> later = later(sql, people);
        if (later.isEmpty()) {
            return List.of();
        }
        List<PersonKey> named = people.stream().filter(person -> later.containsKey(person.subject())).toList();
        Map<PersonKey, UUID> learners = learners(named);
        Map<UUID, List<FieldValue>> said = files.sayings(tenant, Set.copyOf(learners.values()));
        Map<UUID, List<Fact>> facts = new HashMap<>();
        learners.forEach((person, learner) -> {
            UUID by = later.getOrDefault(person.subject(), run.id());
            facts.computeIfAbsent(by, one -> new ArrayList<>())
                    .addAll(again(person, learner, said.getOrDefault(learner, List.of()), "import:" + by));
        });
        String key = "kept:" + run.id() + ":" + Row.digest(named.toString());
        return facts.entrySet().stream().filter(one -> !one.getValue().isEmpty())
                .map(one -> new Delivery(tenant, "import:" + one.getKey(), key, one.getValue())).toList();
    }

    /** The import that named a person last, by the list's id; notes that it speaks for them from now on. */
    private Map<String, UUID> later(Sql sql, List<PersonKey> people) throws SQLException {
        String[] ids = Sql.texts(people, PersonKey::subject);
        Map<String, UUID> later = new HashMap<>();
        sql.list("""
            select id, run from intake.roster_live where tenant = ? and list = ? and kind = 'USER' and id = any (?)
              and live and run <> ? and run <> ?""", row -> later.put(row.getString("id"), Sql.id(row, "run")),
                tenant.value(), run.list(), ids, run.id(), Rosters.NOBODY);
        sql.update("""
            insert into intake.person (tenant, run, source, subject)
            select r.tenant, r.run, ?, r.id from intake.roster_live r join intake.run i on i.id = r.run
            where r.tenant = ? and r.list = ? and r.kind = 'USER' and r.id = any (?) and r.live and r.run <> ?
              and not exists (select from intake.person p where p.run = r.run and p.source = ? and p.subject = r.id)""",
                "list:" + run.list(), tenant.value(), run.list(), ids, run.id(), "list:" + run.list());
        return later;
    }

    private Map<PersonKey, UUID> learners(List<PersonKey> people) {
        List<List<Candidate>> found = files.candidates(tenant,
                people.stream().map(person -> new Sought(person, "", "", "")).toList());
        Map<PersonKey, UUID> learners = new LinkedHashMap<>();
        for (int i = 0; i < people.size(); i++) {
            PersonKey person = people.get(i);
            found.get(i).stream().filter(one -> one.by() == Candidate.By.KEY).findFirst()
                    .ifPresent(one -> learners.put(person, one.learner()));
        }
        return learners;
    }

    private List<Fact> again(PersonKey person, UUID learner, List<FieldValue> said, String later) {
        Set<String> own = said.stream().filter(one -> one.source().equals(later)).map(FieldValue::field)
                .collect(Collectors.toSet());
        Map<Instant, Map<String, String>> missing = new TreeMap<>();
        said.stream().filter(one -> one.source().equals("import:" + run.id()) && !one.value().isEmpty()
                && !own.contains(one.field()))
                .forEach(one -> missing.computeIfAbsent(one.since(), since -> new LinkedHashMap<>())
                        .put(one.field(), one.value()));
        return missing.entrySet().stream()
                .map(one -> (Fact) new Fact.PersonDescribed(person, learner, one.getValue(), Confidence.REPORTED,
                        Rosters.author(run), one.getKey().minus(1, ChronoUnit.MICROS)))
                .toList();
    }
}
