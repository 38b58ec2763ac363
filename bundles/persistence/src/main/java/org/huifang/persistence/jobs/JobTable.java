// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** What db-scheduler's own client cannot do to its table in one statement. */
final class JobTable {
    static final String NAME = "jobs.scheduled_tasks";
    static final String TASK = "job";
    private static final String WAKE = """
        with woken as (
          update jobs.scheduled_tasks set execution_time = ?, version = version + 1
          where task_name = 'job' and task_instance = ? and not picked and execution_time > ? returning 1)
        select (select count(*) from woken) > 0, picked from jobs.scheduled_tasks
        where task_name = 'job' and task_instance = ?""";
    private static final String WAKE_ALL = """
        update jobs.scheduled_tasks set execution_time = ?, version = version + 1
        where task_name = 'job' and not picked and execution_time > ?""";
    private static final String RELEASE = """
        update jobs.scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
          execution_time = ?, version = version + 1
        where picked and picked_by = ?""";

    private final DataSource pool;

    JobTable(DataSource pool) {
        this.pool = pool;
    }

    enum Woken {
        DUE, HELD, UNKNOWN
    }

    /** The node's time, because db-scheduler compares with it. */
    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    Woken wake(String job) throws SQLException {
        try (Connection connection = pool.getConnection(); PreparedStatement wake = connection.prepareStatement(WAKE)) {
            OffsetDateTime now = now();
            wake.setObject(1, now);
            wake.setString(2, job);
            wake.setObject(3, now);
            wake.setString(4, job);
            Woken woken = Woken.UNKNOWN;
            try (ResultSet row = wake.executeQuery()) {
                if (row.next()) {
                    woken = row.getBoolean(1) || !row.getBoolean(2) ? Woken.DUE : Woken.HELD;
                }
            }
            connection.commit();
            return woken;
        }
    }

    void wakeAll() throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement wake = connection.prepareStatement(WAKE_ALL)) {
            OffsetDateTime now = now();
            wake.setObject(1, now);
            wake.setObject(2, now);
            wake.executeUpdate();
            connection.commit();
        }
    }

    /** What a node of this name was running when it was killed. */
    void release(String node) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement release = connection.prepareStatement(RELEASE)) {
            release.setObject(1, now());
            release.setString(2, node);
            release.executeUpdate();
            connection.commit();
        }
    }
}
