// SPDX-License-Identifier: Apache-2.0
/** Installs, updates and removes features and bundles at run time, and applies their configuration. */
@NullMarked
package org.huifang.installer;

import org.jspecify.annotations.NullMarked;
