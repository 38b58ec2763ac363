// SPDX-License-Identifier: Apache-2.0
package org.huifang.script;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.script.Decision;
import org.huifang.api.script.Finding;
import org.huifang.api.script.ScriptEvent;
import org.huifang.api.script.ScriptEvent.What;
import org.huifang.api.script.ScriptStudio;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.ScriptVersion.Status;
import org.huifang.persistence.Announcer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Scripts as they are written, in the database. */
@Component
public final class StoredStudio implements ScriptStudio {
    private static final int LONGEST_NOTE = 2_000;

    /** What is done to a version that is locked, or why not. */
    private interface Step {
        Decision take(Versions versions, ScriptVersion version) throws SQLException;
    }

    private final ScriptStore store;
    private final LiveScripts live;
    private final Announcer announcer;
    private final InstantSource clock;

    @Activate
    public StoredStudio(@Reference ScriptStore store, @Reference LiveScripts live, @Reference Announcer announcer,
            @Reference InstantSource clock) {
        this.store = store;
        this.live = live;
        this.announcer = announcer;
        this.clock = clock;
    }

    @Override
    public List<ScriptVersion> all(TenantId tenant) {
        return store.of(tenant, sql -> {
            Brought.to(sql, tenant, clock.instant());
            return new Versions(sql, tenant).newestAndLive();
        });
    }

    @Override
    public List<ScriptVersion> versions(TenantId tenant, UUID script) {
        return store.of(tenant, sql -> new Versions(sql, tenant).of(script));
    }

    @Override
    public List<ScriptEvent> history(TenantId tenant, UUID script) {
        return store.of(tenant, sql -> new Versions(sql, tenant).history(script));
    }

    @Override
    public Optional<ScriptVersion> create(TenantId tenant, String name, String step, @Nullable UUID course,
            String variant, @Nullable UUID like, UUID by) {
        if (!variant.matches("[A-Z]?") || name.length() > LONGEST_NOTE || step.length() > 40) {
            throw new IllegalArgumentException("a variant is a capital letter or empty; names are short");
        }
        Optional<ScriptVersion> made = store.of(tenant, sql -> {
            Brought.to(sql, tenant, clock.instant());
            var versions = new Versions(sql, tenant);
            UUID id = UUID.randomUUID();
            if (!versions.addScript(id, step, course, variant)) {
                return Optional.empty();
            }
            var nodes = like == null
                    ? List.<ScriptVersion.Node>of()
                    : versions.of(like).stream().findFirst().map(ScriptVersion::nodes).orElse(List.of());
            var draft = new ScriptVersion(id, 1, name, step, course, variant, Status.DRAFT, nodes, 1, Set.of(by),
                    clock.instant());
            begin(versions, draft, by);
            return Optional.of(draft);
        });
        made.ifPresent(draft -> announcer.tell(tenant, ScriptStore.TOPIC));
        return made;
    }

    @Override
    public ScriptVersion open(TenantId tenant, UUID script, UUID by) {
        ScriptVersion open = store.of(tenant, sql -> {
            var versions = new Versions(sql, tenant);
            ScriptVersion newest = versions.lockNewest(script)
                    .orElseThrow(() -> new IllegalArgumentException("there is no such script"));
            if (newest.status().open()) {
                return newest;
            }
            var draft = new ScriptVersion(script, newest.version() + 1, newest.name(), newest.step(), newest.course(),
                    newest.variant(), Status.DRAFT, newest.nodes(), 1, Set.of(by), clock.instant());
            begin(versions, draft, by);
            return draft;
        });
        announcer.tell(tenant, ScriptStore.TOPIC);
        return open;
    }

    @Override
    public Optional<ScriptVersion> save(TenantId tenant, ScriptVersion draft, UUID by) {
        Optional<ScriptVersion> kept = store.of(tenant, sql -> {
            var versions = new Versions(sql, tenant);
            return versions.keep(draft, by, clock.instant())
                    ? versions.lock(draft.script(), draft.version())
                    : Optional.empty();
        });
        kept.ifPresent(version -> announcer.tell(tenant, ScriptStore.TOPIC));
        return kept;
    }

    @Override
    public boolean drop(TenantId tenant, UUID script) {
        boolean dropped = store.of(tenant, sql -> {
            var versions = new Versions(sql, tenant);
            ScriptVersion newest = versions.lockNewest(script).orElse(null);
            if (newest == null || newest.status() != Status.DRAFT) {
                return false;
            }
            versions.remove(script, newest.version());
            if (versions.of(script).isEmpty()) {
                versions.removeScript(script);
            }
            return true;
        });
        if (dropped) {
            announcer.tell(tenant, ScriptStore.TOPIC);
        }
        return dropped;
    }

    @Override
    public List<Finding> check(ScriptVersion version) {
        return Checking.check(version);
    }

    @Override
    public Decision ask(TenantId tenant, UUID script, int version, UUID by, String note) {
        return take(tenant, script, version, What.ASKED, by, note, (versions, found) -> {
            if (found.status() != Status.DRAFT) {
                return Decision.MOVED_ON;
            }
            return move(versions, found, Status.ASKED);
        });
    }

    @Override
    public Decision approve(TenantId tenant, UUID script, int version, UUID by, String note) {
        return take(tenant, script, version, What.APPROVED, by, note, (versions, found) -> {
            if (found.status() != Status.ASKED) {
                return Decision.MOVED_ON;
            }
            return found.authors().contains(by) ? Decision.OWN_WORK : move(versions, found, Status.LIVE);
        });
    }

    @Override
    public Decision giveBack(TenantId tenant, UUID script, int version, UUID by, String reason) {
        return take(tenant, script, version, What.RETURNED, by, reason, (versions, found) -> {
            if (found.status() != Status.ASKED) {
                return Decision.MOVED_ON;
            }
            versions.status(script, version, Status.DRAFT);
            return Decision.DONE;
        });
    }

    @Override
    public Decision retire(TenantId tenant, UUID script, UUID by, String reason) {
        int version = versions(tenant, script).stream().filter(each -> each.status() == Status.LIVE).findFirst()
                .map(ScriptVersion::version).orElse(0);
        return take(tenant, script, version, What.RETIRED, by, reason, (versions, found) -> {
            if (found.status() != Status.LIVE) {
                return Decision.MOVED_ON;
            }
            versions.status(script, version, Status.RETIRED);
            return Decision.DONE;
        });
    }

    @Override
    public Decision resume(TenantId tenant, UUID script, int version, UUID by, String reason) {
        return take(tenant, script, version, What.RESUMED, by, reason,
                (versions, found) -> found.status() != Status.REPLACED && found.status() != Status.RETIRED
                        ? Decision.MOVED_ON
                        : move(versions, found, Status.LIVE));
    }

    /** Onwards, unless something is wrong with it: what was sound once may not be so by the rules of today. */
    private static Decision move(Versions versions, ScriptVersion version, Status to) throws SQLException {
        if (!Checking.check(version).isEmpty()) {
            return Decision.FAULTY;
        }
        if (to == Status.LIVE) {
            versions.replaceLive(version.script());
        }
        versions.status(version.script(), version.version(), to);
        return Decision.DONE;
    }

    private Decision take(TenantId tenant, UUID script, int version, What what, UUID by, String note, Step step) {
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note has at most 2,000 characters");
        }
        Decision decision = store.of(tenant, sql -> {
            var versions = new Versions(sql, tenant);
            ScriptVersion found = versions.lock(script, version).orElse(null);
            if (found == null) {
                return Decision.MOVED_ON;
            }
            Decision taken = step.take(versions, found);
            if (taken == Decision.DONE) {
                versions.note(script, new ScriptEvent(version, what, by, clock.instant(), note));
            }
            return taken;
        });
        if (decision == Decision.DONE) {
            live.forget();
            announcer.tell(tenant, ScriptStore.TOPIC);
        }
        return decision;
    }

    private void begin(Versions versions, ScriptVersion draft, UUID by) throws SQLException {
        versions.add(draft);
        versions.note(draft.script(), new ScriptEvent(draft.version(), What.BEGUN, by, clock.instant(), ""));
    }
}
