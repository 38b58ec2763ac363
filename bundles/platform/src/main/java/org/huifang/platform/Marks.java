// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.huifang.api.TenantId;
import org.huifang.api.platform.Platform;
import org.huifang.lti.AssignmentAndGradesClaim;
import org.huifang.lti.LtiLaunch;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which finished questionnaires are to be marked at a platform. Three things make a mark due, in any order: somebody
 * answered, the activity with its line item was launched, and it is known who the person is at the platform.
 */
@Component(service = Marks.class)
public final class Marks {
    private static final int MOST_REMEMBERED = 50_000;
    private static final String DUE = """
            insert into platform.mark (registration, link, subject, tenant, attempts, next)
            select d.registration, d.link, p.subject, d.tenant, 0, ? from platform.grade_door d
            join platform.answered a on a.tenant = d.tenant and a.course = d.course
            join platform.person p on p.registration = d.registration and p.learner = a.learner
            where\s""";
    private final PlatformStore store;
    private final InstantSource clock;
    /** What this node has written already, so that most launches write nothing here. */
    private final Set<String> written = ConcurrentHashMap.newKeySet();

    @Activate
    public Marks(@Reference PlatformStore store, @Reference InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Who somebody is at a platform. */
    void met(Platform platform, String subject, UUID learner) {
        if (fresh("person/" + platform.id() + "/" + subject + "/" + learner)) {
            met(platform.tenant(), platform.id(), Map.of(subject, learner));
        }
    }

    /** @param people learners by subject */
    void met(TenantId tenant, UUID registration, Map<String, UUID> people) {
        if (people.isEmpty()) {
            return;
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        people.forEach(
                (subject, learner) -> rows.add(new Object[]{registration, subject, tenant.value(), learner}));
        store.of(tenant, sql -> {
            sql.batch("""
                    insert into platform.person (registration, subject, tenant, learner) values (?, ?, ?, ?)
                    on conflict (registration, subject) do update set learner = excluded.learner
                    where person.learner <> excluded.learner""", rows);
            return due(sql, "p.registration = ?", registration);
        });
    }

    /** An activity that is marked. The address comes from a verified launch of its own platform, and from nowhere else. */
    void placed(LtiLaunch launch, Platform platform, UUID course) {
        AssignmentAndGradesClaim grades = launch.assignmentAndGrades();
        if (grades == null || grades.lineItem() == null || launch.resourceLink() == null
                || Placement.of(launch.custom()).orElse(null) != Placement.QUESTIONNAIRE
                || !fresh("door/" + platform.id() + "/" + launch.resourceLink().id() + "/" + course + "/"
                        + grades.lineItem())) {
            return;
        }
        String link = launch.resourceLink().id();
        store.of(platform.tenant(), sql -> {
            sql.update("""
                    insert into platform.grade_door
                    (registration, link, tenant, course, deployment, place, scopes, line_items, line_item, seen)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (registration, link) do update set course = excluded.course,
                      scopes = excluded.scopes, line_items = excluded.line_items, line_item = excluded.line_item,
                      seen = excluded.seen""", platform.id(), link, platform.tenant().value(), course,
                    launch.deploymentId(), Placement.QUESTIONNAIRE.word(), String.join(" ", grades.scopes()),
                    text(grades.lineItems()), text(grades.lineItem()), clock.instant());
            return due(sql, "d.registration = ? and d.link = ?", platform.id(), link);
        });
    }

    /** Within a transaction of the follower. */
    int answered(Sql sql, TenantId tenant, UUID course, UUID learner, java.time.Instant at) throws SQLException {
        sql.update("""
                insert into platform.answered (tenant, course, learner, at) values (?, ?, ?, ?)
                on conflict do nothing""", tenant.value(), course, learner, at);
        return due(sql, "a.tenant = ? and a.course = ? and a.learner = ?", tenant.value(), course, learner);
    }

    private int due(Sql sql, String which, Object... values) throws SQLException {
        List<@Nullable Object> all = new ArrayList<>(List.of(clock.instant()));
        all.addAll(List.of(values));
        return sql.update(DUE + which + " on conflict do nothing", all.toArray());
    }

    private boolean fresh(String key) {
        if (written.size() >= MOST_REMEMBERED) {
            written.clear();
        }
        return written.add(key);
    }

    private static @Nullable String text(@Nullable URI uri) {
        return uri == null ? null : uri.toString();
    }
}
