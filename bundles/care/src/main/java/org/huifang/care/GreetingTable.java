// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.care.Greeting;
import org.huifang.api.care.Occasion;
import org.huifang.persistence.Sql;

/** Greetings and their texts. */
final class GreetingTable {
    private static final int MOST_NAME = 80;
    private static final int MOST_SUBJECT = 120;
    private static final int MOST_BODY = 2_000;

    private GreetingTable() {
    }

    /** Of one tenant, by name. */
    static List<Kept> all(Sql sql, TenantId tenant) throws SQLException {
        return read(sql, "tenant = ? and not gone", tenant.value());
    }

    /** Of all tenants that the connection sees, those that go out. */
    static List<Kept> live(Sql sql) throws SQLException {
        return read(sql, "live_since is not null and not gone");
    }

    /** Also one that is gone; what it brought may still have to be settled. */
    static Optional<Kept> find(Sql sql, UUID id) throws SQLException {
        return read(sql, "id = ?", id).stream().findFirst();
    }

    private static List<Kept> read(Sql sql, String which, Object... parameters) throws SQLException {
        var texts = new HashMap<UUID, Map<String, Greeting.Text>>();
        sql.list("select * from care.text where greeting in (select id from care.greeting where " + which + ")",
                row -> texts.computeIfAbsent(Sql.id(row, "greeting"), id -> new HashMap<>()).put(
                        row.getString("language"), new Greeting.Text(row.getString("subject"), row.getString("body"))),
                parameters);
        return sql.list("select * from care.greeting where " + which + " order by name, id",
                row -> kept(row, texts.getOrDefault(Sql.id(row, "id"), Map.of())), parameters);
    }

    private static Kept kept(ResultSet row, Map<String, Greeting.Text> texts) throws SQLException {
        Instant since = Sql.time(row, "live_since");
        return new Kept(new TenantId(row.getString("tenant")), new Greeting(Sql.id(row, "id"), row.getString("name"),
                occasion(row), texts, row.getObject("course", UUID.class), row.getString("tag"),
                since != null && !row.getBoolean("gone")), since);
    }

    private static Occasion occasion(ResultSet row) throws SQLException {
        return switch (row.getString("occasion")) {
            case "BIRTHDAY" -> new Occasion.Birthday();
            case "FESTIVAL" -> new Occasion.Festival(Arrays.stream((java.sql.Date[]) row.getArray("days").getArray())
                    .map(java.sql.Date::toLocalDate).toList());
            case "MILESTONE" -> new Occasion.Milestone(row.getInt("progress"));
            default -> new Occasion.Finished();
        };
    }

    /** A live one stays live since when it was, unless it is for something else now. */
    static void save(Sql sql, TenantId tenant, Greeting greeting, Instant now) throws SQLException {
        Object[] values = switch (greeting.occasion()) {
            case Occasion.Birthday() -> new Object[]{"BIRTHDAY", new LocalDate[0], 0};
            case Occasion.Festival(var days) -> new Object[]{"FESTIVAL", days.toArray(LocalDate[]::new), 0};
            case Occasion.Milestone(int progress) -> new Object[]{"MILESTONE", new LocalDate[0], progress};
            case Occasion.Finished() -> new Object[]{"FINISHED", new LocalDate[0], 0};
        };
        sql.update("""
            insert into care.greeting as g (tenant, id, name, occasion, days, progress, course, tag, live_since)
            values (?, ?, ?, ?, ?, ?, ?, ?, case when ? then ?::timestamptz end)
            on conflict (id) do update set name = excluded.name, occasion = excluded.occasion, days = excluded.days,
                progress = excluded.progress, course = excluded.course, tag = excluded.tag, gone = false,
                live_since = case when excluded.live_since is null then null
                    when not g.gone and (g.occasion, g.progress, g.course, g.tag) is not distinct from
                        (excluded.occasion, excluded.progress, excluded.course, excluded.tag)
                        then coalesce(g.live_since, excluded.live_since)
                    else excluded.live_since end""", tenant.value(), greeting.id(),
                text(greeting.name(), MOST_NAME), values[0], values[1], values[2], greeting.course(), greeting.tag(),
                greeting.live(), now);
        sql.update("delete from care.text where greeting = ?", greeting.id());
        for (String language : Greeting.LANGUAGES) {
            Greeting.Text text = greeting.texts().get(language);
            if (text != null && !text.empty()) {
                sql.update("insert into care.text (tenant, greeting, language, subject, body) values (?, ?, ?, ?, ?)",
                        tenant.value(), greeting.id(), language,
                        text(text.subject(), MOST_SUBJECT).replaceAll("\\s+", " "),
                        text(text.body(), MOST_BODY));
            }
        }
    }

    private static String text(String text, int most) {
        String storable = Sql.storable(text).strip();
        return storable.length() <= most ? storable : Sql.storable(storable.substring(0, most));
    }
}
