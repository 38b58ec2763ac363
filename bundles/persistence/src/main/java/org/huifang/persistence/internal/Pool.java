// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;

/** Connections that fail fast: a caller is told within two seconds, and the pool recovers by itself. */
public final class Pool {
    private Pool() {
    }

    /** Returns at once, whether the database answers or not. */
    public static HikariDataSource open(String url, String user, String password, int size) {
        return new HikariDataSource(config("huifang", driver(url), user, password, size));
    }

    /** Lost commits cost a job one more run, so that they need not wait for the disk. */
    public static HikariDataSource forScheduling(String url, String user, String password) {
        Properties driver = driver(url);
        driver.setProperty("options", "-c synchronous_commit=off");
        return new HikariDataSource(config("huifang-jobs", driver, user, password, 3));
    }

    private static HikariConfig config(String name, Properties driver, String user, String password, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSourceClassName("org.postgresql.ds.PGSimpleDataSource");
        config.setUsername(user);
        config.setPassword(password);
        config.setDataSourceProperties(driver);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.clamp(size - 2, 1, 4));
        config.setIdleTimeout(60_000);
        config.setAutoCommit(false);
        config.setConnectionTimeout(2_000);
        config.setValidationTimeout(1_000);
        config.setKeepaliveTime(120_000);
        config.setInitializationFailTimeout(-1);
        return config;
    }

    private static Properties driver(String url) {
        var driver = new Properties();
        driver.setProperty("url", url);
        driver.setProperty("applicationName", "huifang");
        driver.setProperty("connectTimeout", "2");
        driver.setProperty("socketTimeout", "120");
        driver.setProperty("tcpKeepAlive", "true");
        // or messages and logs would hold the values of rows: personal data
        driver.setProperty("logServerErrorDetail", "false");
        driver.setProperty("reWriteBatchedInserts", "true");
        driver.setProperty("preparedStatementCacheQueries", "512");
        driver.setProperty("prepareThreshold", "3");
        return driver;
    }
}
