// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.huifang.api.Job;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerArchive;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts on each person's timeline what was sent to them: at least once, under the key of the greeting, so it stands there once. */
@Component
public final class TellArchive implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(TellArchive.class);
    private static final int BATCH = 200;
    private static final String HERE = "care";

    private final CareStore store;
    private final LearnerArchive archive;

    @Activate
    public TellArchive(@Reference CareStore store, @Reference LearnerArchive archive) {
        this.store = store;
        this.archive = archive;
    }

    @Override
    public String name() {
        return "care.tell";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public boolean run() {
        List<Sent> batch = store.ofAll(sql -> OwedTable.untold(sql, BATCH));
        var told = new ArrayList<Sent>();
        try {
            for (Sent sent : batch) {
                tell(sent);
                told.add(sent);
            }
        } finally {
            if (!told.isEmpty()) {
                store.ofAll(sql -> OwedTable.told(sql, told));
            }
        }
        return batch.size() == BATCH;
    }

    private void tell(Sent sent) {
        var fact = new Fact.Greeted(sent.person(), sent.occasion(), sent.channel(), "huifang", sent.at());
        try {
            archive.record(new Delivery(sent.tenant(), HERE, sent.id().toString(), List.of(fact)));
        } catch (IllegalArgumentException noFile) {
            // one that cannot be told must not keep the others
            LOG.warn("the archive refuses that greeting {} was sent", sent.id(), noFile);
        }
    }
}
