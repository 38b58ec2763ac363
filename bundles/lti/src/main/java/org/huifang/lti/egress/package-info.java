// SPDX-License-Identifier: Apache-2.0
/**
 * The one way out: requests to addresses that others chose, fenced against reaching private networks.
 *
 * <p>Start at {@link Egress}.
 */
@NullMarked
@Version("1.0.0")
package org.huifang.lti.egress;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
