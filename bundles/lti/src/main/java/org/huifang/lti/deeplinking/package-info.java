// SPDX-License-Identifier: Apache-2.0
/**
 * Deep Linking 2.0: what a teacher chose in the tool goes back to the platform as signed content items.
 *
 * <p>Start at {@link DeepLinking}.
 */
@NullMarked
@Version("1.0.0")
package org.huifang.lti.deeplinking;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
