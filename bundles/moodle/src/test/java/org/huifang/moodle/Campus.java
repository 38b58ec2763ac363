// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Tail;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.events.UnmappedEvents;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.Platforms;
import org.huifang.api.platform.RosterHints;
import org.huifang.api.platform.RosterSync;
import org.huifang.archive.RealArchive;
import org.huifang.persistence.testing.TestDatabase;

/**
 * A Moodle with its log in a database of its own, registered with a Huifang that has a real archive. Both databases serve
 * all tests; each test has a registration of its own.
 */
final class Campus implements AutoCloseable, InstantSource {
    static final TenantId SCHOOL = new TenantId("school");
    static final String TABLE = "mdl_logstore_standard_log";
    static final long NOW = 1_772_600_000;

    private static final TestDatabase HUIFANG = TestDatabase.start();
    private static final RealArchive ARCHIVE = new RealArchive(HUIFANG);
    private static final MoodleStore STORE = new MoodleStore(HUIFANG);
    private static final TestDatabase LOG = TestDatabase.start();
    private static String cursor = "";

    final TestDatabase log = LOG;
    final RealArchive archive = ARCHIVE;
    final MoodleStore store = STORE;
    final MoodleServer server = new MoodleServer();
    final Map<String, Long> counted = new ConcurrentHashMap<>();
    final Set<String> hinted = ConcurrentHashMap.newKeySet();
    final Platform platform = new Platform(SCHOOL, UUID.randomUUID(), "https://moodle.example", "client",
            Set.of("1"), URI.create("https://moodle.example/auth"), URI.create("https://moodle.example/token"),
            URI.create("https://moodle.example/keys"), true);
    volatile Instant now = Instant.ofEpochSecond(NOW + 60);

    Campus() {
        try {
            log.execute(
                    """
                    drop table if exists mdl_logstore_standard_log;
                    create table mdl_logstore_standard_log (id bigserial primary key, eventname varchar(255) not null,
                      component varchar(100) not null, action varchar(100) not null, target varchar(100) not null,
                      objecttable varchar(50), objectid bigint, crud varchar(1) not null, edulevel smallint not null,
                      contextid bigint not null, contextlevel bigint not null, contextinstanceid bigint not null,
                      userid bigint not null, courseid bigint, relateduserid bigint, anonymous smallint not null,
                      other text, timecreated bigint not null, origin varchar(10), ip varchar(45), realuserid bigint)""");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Source source(LearnerArchive to) {
        Site site = new Site(SCHOOL, platform.issuer(), "", Set.of(), Set.of(3L, 4L), Set.of(5L), ZoneOffset.UTC);
        return new Source(site, new LogTable(log.url(), log.user(), log.password(), TABLE),
                new Moodle(new WebService(server.door(), this), ZoneOffset.UTC), platforms(), store, to,
                new Asides(counts(), (tenant, id, courses, people) -> {
                    hinted.addAll(courses);
                    return courses.size();
                }), this);
    }

    Source source() {
        return source(archive.archive());
    }

    /** An event of somebody's own. */
    static String event(String name, long course, long person, long object, long module, String other) {
        return insert(name, course, person, person, object, module, 0, other);
    }

    static String insert(String name, long course, long user, long person, long object, long module, int anonymous,
            String other) {
        return "insert into " + TABLE + " (eventname, component, action, target, objectid, crud, edulevel, contextid,"
                + " contextlevel, contextinstanceid, userid, courseid, relateduserid, anonymous, other, timecreated)"
                + " values ('" + name + "', 'core', 'x', 'y', " + object + ", 'c', 0, 1, 50, " + module + ", " + user
                + ", " + course + ", " + person + ", " + anonymous + ", '" + other + "', " + NOW + ")";
    }

    static String enrolled(long course, long person) {
        return insert(Events.ENROLLED, course, 2, person, 9, course, 0, "{\"enrol\":\"manual\"}");
    }

    void happened(String... inserts) throws SQLException {
        for (String one : inserts) {
            log.execute(one);
        }
    }

    Connection writer() throws SQLException {
        return log.dataSource().getConnection();
    }

    /** What the archive has recorded since this was asked last. */
    List<Fact> recorded() {
        List<Fact> facts = new ArrayList<>();
        Tail tail;
        do {
            tail = archive.archive().tail(cursor, 1_000);
            tail.entries().stream().map(TimelineEntry::fact).forEach(facts::add);
            cursor = tail.cursor();
        } while (tail.more());
        return facts;
    }

    /** As often as it takes. */
    static void readAll(Source source) {
        while (source.run()) {
            // goes on at once
        }
    }

    private UnmappedEvents counts() {
        return new UnmappedEvents() {
            @Override
            public void count(TenantId tenant, String source, String type, long times) {
                counted.merge(type, times, Long::sum);
            }

            @Override
            public List<Count> counts(TenantId tenant) {
                return new TreeMap<>(counted).entrySet().stream()
                        .map(one -> new Count("", one.getKey(), one.getValue(), now)).toList();
            }
        };
    }

    Platforms platforms() {
        return new Platforms() {
            @Override
            public List<Platform> all(TenantId tenant) {
                return tenant.equals(SCHOOL) ? List.of(platform) : List.of();
            }

            @Override
            public Optional<Platform> find(TenantId tenant, UUID id) {
                return all(tenant).stream().filter(one -> one.id().equals(id)).findFirst();
            }

            @Override
            public Platform add(TenantId tenant, String issuer, String clientId, String deployment, URI authUrl,
                    URI tokenUrl, URI jwksUrl) {
                return platform;
            }

            @Override
            public RosterSync syncRoster(TenantId tenant, UUID course) {
                return new RosterSync.NotOffered();
            }
        };
    }

    @Override
    public void close() {
        server.close();
        recorded();
    }
}
