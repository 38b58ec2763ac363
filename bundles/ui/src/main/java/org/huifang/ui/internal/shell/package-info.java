// SPDX-License-Identifier: Apache-2.0
/** What stands around every view: navigation, language, scheme, the slot. */
@NullMarked
package org.huifang.ui.internal.shell;

import org.jspecify.annotations.NullMarked;
