// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.Jobs;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.care.Greeted;
import org.huifang.api.care.Greeting;
import org.huifang.api.care.Greetings;
import org.huifang.api.care.Preview;
import org.huifang.api.care.Saved;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the greetings of schools and tells what became of them. */
@Component
public final class SqlGreetings implements Greetings {
    static final String TOPIC = "care";
    private static final int MOST_DAYS = 366;
    private static final int MOST_PAGE = 500;

    private final CareStore store;
    private final People people;
    private final Announcer announcer;
    private final Jobs jobs;
    private final Writing writing;

    @Activate
    public SqlGreetings(@Reference CareStore store, @Reference People people, @Reference Announcer announcer,
            @Reference Jobs jobs, @Reference Writing writing) {
        this.store = store;
        this.people = people;
        this.announcer = announcer;
        this.jobs = jobs;
        this.writing = writing;
    }

    @Override
    public List<Greeting> all(TenantId tenant) {
        return store.of(tenant, sql -> GreetingTable.all(sql, tenant)).stream().map(Kept::greeting).toList();
    }

    @Override
    public Saved save(TenantId tenant, Greeting greeting) {
        List<Saved.Fault> faults = Faults.of(greeting);
        if (!faults.isEmpty()) {
            return new Saved.Refused(faults);
        }
        Instant now = people.now();
        store.of(tenant, sql -> {
            GreetingTable.save(sql, tenant, greeting, now);
            return true;
        });
        told(tenant);
        if (greeting.live()) {
            jobs.wake(FindOccasions.NAME);
        }
        return new Saved.Kept();
    }

    @Override
    public void remove(TenantId tenant, UUID id) {
        store.of(tenant, sql -> sql.update("update care.greeting set gone = true where tenant = ? and id = ?",
                tenant.value(), id));
        told(tenant);
    }

    private void told(TenantId tenant) {
        announcer.tell(tenant, TOPIC);
    }

    @Override
    public List<String> selling(String text) {
        return Selling.in(text);
    }

    @Override
    public String lastLine(TenantId tenant, String language) {
        return writing.lastLine(tenant, Letters.of(language));
    }

    @Override
    public Preview preview(TenantId tenant, Greeting greeting, LocalDate from, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("a preview is of 1 to 366 days");
        }
        return new Previewing(people, new Kept(tenant, greeting, null)).of(from, days);
    }

    @Override
    public Map<UUID, Sums> sums(TenantId tenant, int year) {
        return store.of(tenant, sql -> sql.list("""
            select greeting, count(*) filter (where state = 'SENT') as sent,
                count(*) filter (where state = 'WAITING') as waiting,
                count(*) filter (where state = 'NOT_SENT') as not_sent
            from care.owed where tenant = ? and day >= ? and day < ? group by greeting""",
                row -> Map.entry(Sql.id(row, "greeting"),
                        new Sums(row.getLong("sent"), row.getLong("waiting"), row.getLong("not_sent"))),
                tenant.value(), LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Page<Greeted> greeted(TenantId tenant, UUID greeting, Collection<Greeted.State> states,
            @Nullable String after, int limit) {
        if (limit < 1 || limit > MOST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to 500 lines");
        }
        var parameters = new ArrayList<Object>(List.of(tenant.value(), greeting,
                states.stream().map(Enum::name).toArray(String[]::new)));
        String from = "";
        if (after != null) {
            String[] key = after.split("/", 2);
            from = " and (day, id) < (?, ?)";
            parameters.addAll(List.of(LocalDate.parse(key[0]), UUID.fromString(key[1])));
        }
        parameters.add(limit + 1);
        record Line(String key, Greeted greeted) {}
        String query = "select * from care.owed where tenant = ? and greeting = ? and state = any (?::text[])" + from
                + " order by day desc, id desc limit ?";
        List<Line> lines = store.of(tenant, sql -> sql.list(query,
                row -> new Line(row.getString("day") + "/" + row.getString("id"), greeted(row)),
                parameters.toArray()));
        boolean more = lines.size() > limit;
        return new Page<>(lines.stream().limit(limit).map(Line::greeted).toList(),
                more ? lines.get(limit - 1).key() : null);
    }

    private static Greeted greeted(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new Greeted(Sql.id(row, "id"), Sql.id(row, "person"), row.getObject("day", LocalDate.class),
                Greeted.State.valueOf(row.getString("state")),
                reason == null ? null : Greeted.Reason.valueOf(reason), row.getString("channel"),
                Sql.time(row, "sent"));
    }
}
