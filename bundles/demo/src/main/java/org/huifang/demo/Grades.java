// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The grade book: line items and what was scored. */
@Component(service = Grades.class)
public final class Grades {
    private final DemoStore store;
    private final Quirks quirks;
    private final InstantSource clock;

    /** @param activity the activity it came with; null for one that the tool made */
    record LineItem(long id, String client, @Nullable Long activity, String label, double maximum,
            @Nullable String resource, @Nullable String tag) {}

    /** @param given null takes a score back */
    record Score(long item, String learner, @Nullable Double given, @Nullable Double maximum, String activityProgress,
            String gradingProgress, @Nullable String comment, Instant at) {}

    /** What became of a score. */
    enum Taken {
        YES, UNKNOWN_LEARNER, OUTDATED
    }

    @Activate
    public Grades(@Reference DemoStore store, @Reference Quirks quirks, @Reference InstantSource clock) {
        this.store = store;
        this.quirks = quirks;
        this.clock = clock;
    }

    List<LineItem> items() {
        return store.of(
                sql -> sql.list("select * from demo.line_item order by id", Grades::item));
    }

    Optional<LineItem> item(String client, long id) {
        return items().stream().filter(item -> item.id() == id && item.client().equals(client)).findFirst();
    }

    Optional<LineItem> of(Activity activity) {
        return items().stream().filter(item -> Objects.equals(item.activity(), activity.id())).findFirst();
    }

    LineItem create(String client, String label, double maximum, @Nullable String resource, @Nullable String tag,
            @Nullable Long activity) {
        return store.of(sql -> sql.one("""
                insert into demo.line_item (tenant, client, activity, label, maximum, resource, tag)
                values (?, ?, ?, ?, ?, ?, ?) returning *""", Grades::item, DemoStore.TENANT.value(), client, activity,
                label,
                maximum, resource, tag)).orElseThrow();
    }

    void change(long id, String label, double maximum) {
        store.of(
                sql -> sql.update("update demo.line_item set label = ?, maximum = ? where id = ?", label, maximum, id));
    }

    void delete(long id) {
        store.of(sql -> sql.update("delete from demo.line_item where id = ?", id));
    }

    List<Score> scores() {
        return store.of(sql -> sql.list("select * from demo.score order by line_item, learner", Grades::score));
    }

    /** A score is taken when it is later than the one before. */
    Taken take(Score score) {
        return store.of(sql -> {
            boolean known = sql.one("select 1 from demo.learner where id = ? and active", r -> 1, score.learner())
                    .isPresent();
            if (!known) {
                return Taken.UNKNOWN_LEARNER;
            }
            Optional<Instant> before = sql.one(
                    "select at from demo.score where line_item = ? and learner = ? for update",
                    r -> Sql.instant(r, "at"), score.item(),
                    score.learner());
            Duration apart = quirks.has(Quirk.SCORE_CONFLICT) ? Duration.ofSeconds(1) : Duration.ofNanos(1);
            if (before.isPresent() && score.at().isBefore(before.get().plus(apart))) {
                return Taken.OUTDATED;
            }
            if (quirks.has(Quirk.ONLY_FULLY_GRADED) && !score.gradingProgress().equals("FullyGraded")) {
                return Taken.YES;
            }
            sql.update("""
                    insert into demo.score (line_item, learner, tenant, given, maximum, activity_progress,
                    grading_progress, comment, at, received) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (line_item, learner) do update set given = excluded.given,
                      maximum = excluded.maximum, activity_progress = excluded.activity_progress,
                      grading_progress = excluded.grading_progress, comment = excluded.comment, at = excluded.at,
                      received = excluded.received""", score.item(), score.learner(), DemoStore.TENANT.value(),
                    score.given(), score.maximum(), score.activityProgress(), score.gradingProgress(),
                    score.comment(), score.at(), clock.instant());
            return Taken.YES;
        });
    }

    private static LineItem item(ResultSet r) throws SQLException {
        return new LineItem(r.getLong("id"), Objects.requireNonNull(r.getString("client")),
                r.getObject("activity", Long.class), Objects.requireNonNull(r.getString("label")),
                r.getDouble("maximum"), r.getString("resource"), r.getString("tag"));
    }

    private static Score score(ResultSet r) throws SQLException {
        return new Score(r.getLong("line_item"), Objects.requireNonNull(r.getString("learner")),
                r.getObject("given", Double.class), r.getObject("maximum", Double.class),
                Objects.requireNonNull(r.getString("activity_progress")),
                Objects.requireNonNull(r.getString("grading_progress")), r.getString("comment"),
                Sql.instant(r, "at"));
    }
}
