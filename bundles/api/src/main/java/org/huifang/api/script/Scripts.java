// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.script;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/** The approved scripts of each school. Thread-safe; what returned is committed. */
@ProviderType
public interface Scripts {
    /**
     * The approved script for a call: one for the step and the course before one for the step, before one for any; in
     * the language asked for, else in the tenant's others. Of several variants the first.
     */
    Optional<Script> script(TenantId tenant, String step, UUID course, String language);

    /**
     * The same for one learner: of several variants always the same one for the same learner, as long as these variants
     * are live. Chosen by chance, so that those who have one can be compared with those who have the other.
     */
    Optional<Chosen> script(TenantId tenant, String step, UUID course, String language, UUID learner);

    /** Says that a call followed a script; of several for one obligation the last counts. */
    void used(TenantId tenant, UUID obligation, UUID learner, Chosen chosen);

    /** How often each version of the scripts for a step was followed, by script and version. */
    List<ScriptUse> uses(TenantId tenant, String step);
}
