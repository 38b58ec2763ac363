// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/** The questionnaires that learners answer by a link of their own. Thread-safe; what returned is committed. */
@ProviderType
public interface Questionnaires {
    /**
     * The learner's links in a course, open ones first, then those answered.
     *
     * @return tokens for {@code /s/<token>}, each unguessable and for this learner only
     */
    List<String> tokens(TenantId tenant, UUID learner, UUID course);

    /** The sheet behind a token, as far as it was filled in. */
    Optional<Sheet> open(String token);

    /** Keeps answers as they are given; refused answers and a sheet that is not open change nothing. */
    Optional<Sheet> save(String token, Answers answers);

    /** Keeps the answers and hands the sheet in; a second time changes nothing. */
    Optional<Sheet> handIn(String token, Answers answers);
}
