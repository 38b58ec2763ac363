// SPDX-License-Identifier: Apache-2.0
/**
 * What people agreed to and how long their data is kept: the ledger of consents, the policies behind it, holds and
 * requests. Start at {@link org.huifang.api.consent.Consents}.
 */
@NullMarked
@Version("1.0.0")
package org.huifang.api.consent;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
