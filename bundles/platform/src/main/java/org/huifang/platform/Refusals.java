// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.time.InstantSource;
import java.util.HexFormat;
import org.huifang.api.store.StoreUnavailable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why logins and launches were refused: a ring of the newest, which no flood makes any larger. */
@Component(service = Refusals.class)
public final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int SLOTS = 5_000;
    private final PlatformStore store;
    private final InstantSource clock;

    @Activate
    public Refusals(@Reference PlatformStore store, @Reference InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Keeps a refusal.
     *
     * @param door {@code login} or {@code launch}
     * @return the reference that the page shows
     */
    String record(String door, String reason, String detail) {
        String reference = reference();
        try {
            keep(reference, door, reason, detail);
        } catch (StoreUnavailable e) {
            LOG.warn("{} refused, {} ({}), reference {}; not kept, the database is away", door, reason, detail,
                    reference);
        }
        return reference;
    }

    static String reference() {
        return HexFormat.of().withUpperCase().formatHex(Secret.bytes(4));
    }

    private void keep(String reference, String door, String reason, String detail) {
        store.ofAll(sql -> sql.update("""
                insert into platform.refusal (slot, tenant, reference, at, door, reason, detail)
                values (nextval('platform.refusal_slot') % ?, '*', ?, ?, ?, ?, ?)
                on conflict (slot) do update set reference = excluded.reference, at = excluded.at,
                  door = excluded.door, reason = excluded.reason, detail = excluded.detail""", SLOTS, reference,
                clock.instant(), door, reason, detail));
    }
}
