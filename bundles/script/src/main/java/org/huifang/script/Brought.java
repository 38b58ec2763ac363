// SPDX-License-Identifier: Apache-2.0
package org.huifang.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.script.ScriptEvent;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.ScriptVersion.Status;
import org.huifang.persistence.Sql;

/** The scripts that Huifang brings: a tenant gets them once, live, when it is first asked for any. */
final class Brought {
    private static final List<String> STEPS = List.of("first", "mid", "end");

    private Brought() {
    }

    /** Of two at the same time one brings them, and the other waits. */
    static void to(Sql sql, TenantId tenant, Instant now) throws SQLException {
        if (sql.update("insert into script.begun (tenant) values (?) on conflict do nothing", tenant.value()) == 0) {
            return;
        }
        var versions = new Versions(sql, tenant);
        for (String step : STEPS) {
            ScriptVersion first = version(step, now);
            if (versions.addScript(first.script(), step, null, "")) {
                versions.add(first);
                versions.note(first.script(),
                        new ScriptEvent(1, ScriptEvent.What.APPROVED, ScriptEvent.HUIFANG, now, ""));
            }
        }
    }

    static ScriptVersion version(String step, Instant now) {
        return new ScriptVersion(UUID.nameUUIDFromBytes(("huifang:" + step).getBytes(StandardCharsets.UTF_8)), 1, "",
                step, null, "", Status.LIVE, NodeJson.read(text(step + ".json")), 1, Set.of(), now);
    }

    private static String text(String file) {
        try (var in = Brought.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing in the bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
