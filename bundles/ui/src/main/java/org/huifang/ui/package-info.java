// SPDX-License-Identifier: Apache-2.0
/**
 * Hosts Vaadin: the shell, the view extension point, sign-in and what views share. Start at
 * {@link org.huifang.ui.AdminView}.
 */
@NullMarked
@Version("1.0.0")
package org.huifang.ui;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
