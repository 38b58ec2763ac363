// SPDX-License-Identifier: Apache-2.0
/** The host's own pages: sign-in, first admin, not found, not yours. */
@NullMarked
package org.huifang.ui.internal.pages;

import org.jspecify.annotations.NullMarked;
