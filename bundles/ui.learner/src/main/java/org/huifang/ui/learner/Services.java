// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import java.time.InstantSource;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Relations;
import org.huifang.api.consent.ChangeRequests;
import org.huifang.api.consent.Consents;
import org.huifang.api.consent.Policies;
import org.huifang.api.identity.Accounts;
import org.huifang.api.revisit.Notices;
import org.huifang.api.revisit.Questionnaires;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.ticket.Confirmations;
import org.jspecify.annotations.Nullable;

/** What the page asks. The revisits may be away for a moment. */
record Services(LearnerArchive archive, FileKeeping keeping, Relations relations, Consents consents, Policies policies,
        ChangeRequests requests, @Nullable Revisits revisits, @Nullable Questionnaires questionnaires,
        @Nullable Notices notices, @Nullable Confirmations confirmations, @Nullable Accounts accounts,
        InstantSource clock) {}
