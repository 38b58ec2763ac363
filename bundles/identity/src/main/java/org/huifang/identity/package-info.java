// SPDX-License-Identifier: Apache-2.0
/**
 * The accounts of staff and the clients of the API: sign-on, roles, keys, and the one-time link that makes the first
 * admin. Start at {@link org.huifang.identity.StoredAccounts} and {@link org.huifang.identity.StoredClients}.
 */
@NullMarked
package org.huifang.identity;

import org.jspecify.annotations.NullMarked;
