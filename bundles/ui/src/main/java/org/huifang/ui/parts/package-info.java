// SPDX-License-Identifier: Apache-2.0
/** Small components that all views share, so that states and numbers look the same everywhere. */
@NullMarked
@Version("1.2.0")
package org.huifang.ui.parts;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
