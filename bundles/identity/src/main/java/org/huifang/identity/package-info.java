// SPDX-License-Identifier: Apache-2.0
/**
 * The accounts of staff: sign-on, roles, and the one-time link that makes the first admin. Start at
 * {@link org.huifang.identity.StoredAccounts}.
 */
@NullMarked
package org.huifang.identity;

import org.jspecify.annotations.NullMarked;
