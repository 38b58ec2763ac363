// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.script;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where scripts are written: draft, asked for approval, approved by somebody else, live. A tenant begins with the scripts
 * that Huifang brings, live. What is live never changes: another version takes its place. A change is announced under
 * the topic {@code script}. Thread-safe; what returned is committed.
 */
@ProviderType
public interface ScriptStudio {
    /** Of each script its newest version, and its live one when that is another, by step, variant and version. */
    List<ScriptVersion> all(TenantId tenant);

    /** All versions of a script, newest first. */
    List<ScriptVersion> versions(TenantId tenant, UUID script);

    /** What happened to a script, newest first. */
    List<ScriptEvent> history(TenantId tenant, UUID script);

    /**
     * Begins a script with a draft.
     *
     * @param like whose newest version it starts as, or null: empty
     * @return empty when this step and course have a script of this variant already
     */
    Optional<ScriptVersion> create(TenantId tenant, String name, String step, @Nullable UUID course, String variant,
            @Nullable UUID like, UUID by);

    /**
     * The version that is being worked on; a script without one gets a draft that is like its newest version.
     *
     * @throws IllegalArgumentException when there is no such script
     */
    ScriptVersion open(TenantId tenant, UUID script, UUID by);

    /**
     * Keeps name and nodes of a draft.
     *
     * @return as kept, with its next edition; empty when it is no draft any more, or somebody kept another edition since
     *         this one was read
     */
    Optional<ScriptVersion> save(TenantId tenant, ScriptVersion draft, UUID by);

    /** Forgets a draft; a script that never was anything else is gone with it. */
    boolean drop(TenantId tenant, UUID script);

    /** Why it cannot go live, in the order of its nodes; empty when it can. It asks nobody and changes nothing. */
    List<Finding> check(ScriptVersion version);

    /** Asks for approval. */
    Decision ask(TenantId tenant, UUID script, int version, UUID by, String note);

    /** Approves what was asked for: it is live from now on, and the version before is replaced. */
    Decision approve(TenantId tenant, UUID script, int version, UUID by, String note);

    /** Returns what was asked for to be worked on; its authors may do so as well. */
    Decision giveBack(TenantId tenant, UUID script, int version, UUID by, String reason);

    /** Takes the live version out of use. */
    Decision retire(TenantId tenant, UUID script, UUID by, String reason);

    /** Takes a version into use again that was live before; the one that is live is replaced. */
    Decision resume(TenantId tenant, UUID script, int version, UUID by, String reason);
}
