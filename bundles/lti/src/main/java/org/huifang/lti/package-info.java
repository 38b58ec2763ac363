// SPDX-License-Identifier: Apache-2.0
/**
 * The tool's side of LTI 1.3 Advantage as a library: launch, registration, deep linking, roster, grades, notices.
 *
 * <p>Start at {@link OidcLogin}, then {@link LaunchVerifier}. The caller supplies two small stores,
 * {@link Registrations} and {@link LoginStates}; everything else is here. No servlet and no OSGi types.
 */
@NullMarked
@Version("1.0.0")
package org.huifang.lti;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
