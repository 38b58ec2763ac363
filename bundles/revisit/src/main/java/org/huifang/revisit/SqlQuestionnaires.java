// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Answers;
import org.huifang.api.revisit.Questionnaires;
import org.huifang.api.revisit.Sheet;
import org.huifang.api.revisit.State;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The questionnaires: obligations of that kind, and what was answered. */
@Component
public final class SqlQuestionnaires implements Questionnaires {
    private static final String LINKS = """
        where o.tenant = ? and o.learner = ? and o.course = ? and o.kind = 'QUESTIONNAIRE' and o.state in ('DUE', 'DONE')
        order by o.state = 'DONE', o.due""";

    private static final String BY_TOKEN = "where o.id = ? and o.kind = 'QUESTIONNAIRE' for update";

    private final RevisitStore store;
    private final Tokens tokens;
    private final InstantSource clock;
    private final Relay relay;
    private final Telling telling;

    @Activate
    public SqlQuestionnaires(@Reference RevisitStore store, @Reference Tokens tokens, @Reference InstantSource clock,
            @Reference Relay relay, @Reference Telling telling) {
        this.store = store;
        this.tokens = tokens;
        this.clock = clock;
        this.relay = relay;
        this.telling = telling;
    }

    /** What to do with an obligation that its token has opened. */
    private interface Use {
        Sheet of(Sql sql, Owed owed) throws SQLException;
    }

    @Override
    public List<String> tokens(TenantId tenant, UUID learner, UUID course) {
        return store.of(tenant, sql -> Obligations.list(sql, LINKS, List.of(tenant.value(), learner, course))).stream()
                .map(owed -> tokens.of(owed.id())).toList();
    }

    @Override
    public Optional<Sheet> open(String token) {
        return use(token, Sheets::sheet);
    }

    @Override
    public Optional<Sheet> save(String token, Answers answers) {
        return use(token, (sql, owed) -> {
            if (owed.state() == State.DUE) {
                Sheets.keep(sql, owed, Sheets.storable(answers));
            }
            return Sheets.sheet(sql, owed);
        });
    }

    @Override
    public Optional<Sheet> handIn(String token, Answers answers) {
        Optional<Sheet> sheet = use(token, (sql, owed) -> {
            if (owed.state() != State.DUE) {
                return Sheets.sheet(sql, owed);
            }
            Instant now = Place.storable(clock.instant());
            Owed done = owed.settled(State.DONE, now);
            Answers kept = Sheets.storable(answers);
            Sheets.keep(sql, owed, kept);
            Obligations.save(sql, List.of(done));
            Outbox.add(sql, List.of(Told.answered(done, kept, now)));
            return Sheets.sheet(sql, done);
        });
        sheet.filter(s -> s.status() == Sheet.Status.ANSWERED).ifPresent(s -> {
            relay.tellNow(s.obligation());
            telling.changed(s.tenant(), s.learner(), s.course());
        });
        return sheet;
    }

    /** The token says which row; the row says whose it is, so this looks over all tenants. */
    private Optional<Sheet> use(String token, Use use) {
        return tokens.obligation(token).flatMap(id -> store.ofAll(sql -> {
            List<Owed> owed = Obligations.list(sql, BY_TOKEN, List.of(id));
            return owed.isEmpty() ? Optional.empty() : Optional.of(use.of(sql, owed.getFirst()));
        }));
    }
}
