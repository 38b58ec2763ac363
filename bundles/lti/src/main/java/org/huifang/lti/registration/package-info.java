// SPDX-License-Identifier: Apache-2.0
/**
 * Dynamic Registration 1.0: a tool introduces itself to a platform, and neither side types an address.
 *
 * <p>Start at {@link DynamicRegistration}. Who may begin a registration, and whether it may go live, is the caller's
 * decision: use a one-time invitation, keep what comes back as pending until an administrator agrees, and never let it
 * overwrite a registration that serves.
 */
@NullMarked
@Version("1.0.0")
package org.huifang.lti.registration;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
