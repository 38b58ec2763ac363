// SPDX-License-Identifier: Apache-2.0
package org.huifang.events;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says when hooks are missing, could not be understood, or do not reach whom they are for. */
@Component(property = {"hc.name=Hooks", "hc.tags=events"})
public final class CheckDoors implements HealthCheck {
    private final EventStore store;
    private final StoredSequences sequences;

    @Activate
    public CheckDoors(@Reference EventStore store, @Reference StoredSequences sequences) {
        this.store = store;
        this.sequences = sequences;
    }

    @Override
    public Result execute() {
        var log = new FormattingResultLog();
        log.info("The doors for events are open.");
        warn(log, sequences.alarms(), "{} gaps in the numbers of hooks: some were lost on the way, see admin/hooks.");
        warn(log, count("select count(*) from events.letter where state = 'OPEN'"),
                "{} hooks could not be understood, see admin/hooks.");
        warn(log, count("select count(*) from events.endpoint where why = 'gone'"),
                "{} addresses that hooks go to say that they are gone, see admin/hooks.");
        warn(log, count("select count(*) from events.sending where state = 'FAILED'"),
                "{} hooks could not be delivered, see admin/hooks.");
        return new Result(log);
    }

    private int count(String query) {
        return store.ofAll(sql -> sql.list(query, row -> row.getInt(1))).getFirst();
    }

    private static void warn(FormattingResultLog log, int count, String message) {
        if (count > 0) {
            log.warn(message, count);
        }
    }
}
