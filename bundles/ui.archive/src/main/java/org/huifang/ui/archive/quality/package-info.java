// SPDX-License-Identifier: Apache-2.0
/** Shows whether the files can be trusted, and what to do about it. */
@NullMarked
package org.huifang.ui.archive.quality;

import org.jspecify.annotations.NullMarked;
