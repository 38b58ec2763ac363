// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.hooks;

import java.time.InstantSource;
import java.util.Optional;
import org.huifang.api.TenantId;
import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.events.LetterReader;
import org.huifang.api.events.Replayed;
import org.huifang.api.platform.HookSource;
import org.huifang.api.platform.HookSources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads a letter once more. Its signature was checked when it came. */
@Component
public final class ReadAgain implements LetterReader {
    private final HookSources sources;
    private final LearnerArchive archive;
    private final InstantSource clock;

    @Activate
    public ReadAgain(@Reference HookSources sources, @Reference LearnerArchive archive,
            @Reference InstantSource clock) {
        this.sources = sources;
        this.archive = archive;
        this.clock = clock;
    }

    @Override
    public Replayed again(TenantId tenant, String source, String key, byte[] body) {
        Optional<HookSource> known = sources.find(source).filter(one -> one.tenant().equals(tenant));
        if (known.isEmpty()) {
            return new Replayed.Away();
        }
        try {
            archive.record(new Delivery(tenant, "hook:" + source, key,
                    HookFacts.read(body, known.get(), clock.instant()).facts()));
            return new Replayed.Recorded();
        } catch (Refused refused) {
            return new Replayed.Refused(Aside.reason(refused.problem()));
        } catch (IllegalArgumentException e) {
            return new Replayed.Refused("A value in it is none that the archive can keep.");
        } catch (ArchiveUnavailable away) {
            return new Replayed.Away();
        }
    }
}
