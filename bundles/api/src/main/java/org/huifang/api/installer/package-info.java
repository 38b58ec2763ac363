// SPDX-License-Identifier: Apache-2.0
/**
 * Features and bundles that come, change and go while Huifang runs. Start at
 * {@link org.huifang.api.installer.Installer}.
 */
@NullMarked
@Version("1.0.0")
package org.huifang.api.installer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
