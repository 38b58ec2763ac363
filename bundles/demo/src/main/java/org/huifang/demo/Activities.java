// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the instructor placed on the course page from the tools, and the pickings that are under way. */
@Component(service = Activities.class)
public final class Activities {
    private static final Duration PICKING = Duration.ofMinutes(30);
    private final DemoStore store;
    private final InstantSource clock;

    /** An instructor picks in a tool; what comes back must carry the same data. */
    record Picking(String session, String client, String data) {}

    /** A column of the grade book that comes with an activity. */
    record Column(String label, double maximum, String resource, String tag) {}

    @Activate
    public Activities(@Reference DemoStore store, @Reference InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    List<Activity> all() {
        return store.of(sql -> sql.list("select * from demo.activity order by id", Activities::read));
    }

    Optional<Activity> find(String link) {
        return all().stream().filter(activity -> activity.link().equals(link)).findFirst();
    }

    Picking begin(String client) {
        Picking picking = new Picking(UUID.randomUUID().toString(), client,
                "picking:" + UUID.randomUUID() + ":\"ä&+");
        store.of(sql -> {
            sql.update("delete from demo.picking where ends < ?", clock.instant());
            return sql.update("insert into demo.picking (session, tenant, client, data, ends) values (?, ?, ?, ?, ?)",
                    picking.session(), DemoStore.TENANT.value(), client, picking.data(),
                    clock.instant().plus(PICKING));
        });
        return picking;
    }

    /** Ends a picking, which is answered once. */
    Optional<Picking> end(String session) {
        return store.of(sql -> sql.one("delete from demo.picking where session = ? and ends > ? returning *",
                r -> new Picking(session, text(r, "client"), text(r, "data")), session, clock.instant()));
    }

    void place(String client, String title, String url, Map<String, String> custom, Optional<Column> column) {
        store.of(sql -> {
            long id = sql.one("""
                    insert into demo.activity (tenant, client, title, url, custom) values (?, ?, ?, ?, ?)
                    returning id""", r -> r.getLong(1), DemoStore.TENANT.value(), client, title, url,
                    JSONObjectUtils.toJSONString(custom)).orElseThrow();
            return column.isEmpty()
                    ? 0
                    : sql.update("""
                    insert into demo.line_item (tenant, client, activity, label, maximum, resource, tag)
                    values (?, ?, ?, ?, ?, ?, ?)""", DemoStore.TENANT.value(), client, id, column.get().label(),
                            column.get().maximum(), column.get().resource(), column.get().tag());
        });
    }

    void remove(String link) {
        find(link).ifPresent(activity -> store.of(sql -> {
            sql.update("delete from demo.line_item where activity = ?", activity.id());
            return sql.update("delete from demo.activity where id = ?", activity.id());
        }));
    }

    private static Activity read(ResultSet r) throws SQLException {
        return new Activity(r.getLong("id"), text(r, "client"), text(r, "title"), text(r, "url"),
                Clients.texts(text(r, "custom")));
    }

    private static String text(ResultSet r, String column) throws SQLException {
        return Objects.requireNonNull(r.getString(column));
    }
}
