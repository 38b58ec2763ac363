// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.lang.annotation.Annotation;
import java.time.InstantSource;
import java.util.UUID;
import org.huifang.api.Job;
import org.huifang.api.Jobs;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.revisit.Plans;
import org.huifang.api.revisit.Revisits;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Persistence;

/** The revisits over a real database, with jobs that run when told. */
public final class RealRevisits implements AutoCloseable {
    public final Revisits revisits;
    public final Plans plans;
    private final RevisitStore store;
    private final Job follow;
    private final Job open;

    public RealRevisits(Persistence database, LearnerArchive archive, InstantSource clock) {
        Jobs jobs = name -> {};
        Telling telling = new Telling(new Announcer());
        Settings settings = new Settings(new Settings.Config() {
            @Override
            public String zone() {
                return "Asia/Shanghai";
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return Settings.Config.class;
            }
        }, "https://huifang.example/");
        Owners owners = new Owners(clock, null);
        store = new RevisitStore(database);
        follow = new FollowTimeline(store, archive, settings, clock, jobs, telling, owners);
        open = new OpenRevisits(store, clock, jobs, telling);
        var planners = new Planners(settings, new Sending(settings));
        revisits = new SqlRevisits(store, clock,
                new HandingIn(store, clock, new Relay(store, jobs, archive), telling, jobs, planners),
                new Drafts(store),
                new Handling(store, clock, telling, jobs, settings, owners), settings);
        plans = new SqlPlans(store, clock, settings, owners, telling, jobs, planners);
    }

    /** Follows what the archive has taken in, until there is no more. */
    public void work() {
        boolean more = true;
        while (more) {
            more = follow.run() | open.run();
        }
    }

    /** As planning would, which does not run here. */
    public void planOn(String channel, UUID obligation) {
        store.ofAll(sql -> sql.update("""
            with planned as (insert into revisit.contact (tenant, id, person, channel, at)
                select tenant, gen_random_uuid(), person, ?, due from revisit.obligation where id = ? returning id)
            update revisit.obligation set contact = (select id from planned) where id = ?""", channel, obligation,
                obligation));
    }

    @Override
    public void close() {
        store.close();
    }
}
