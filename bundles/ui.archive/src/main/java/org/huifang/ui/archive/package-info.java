// SPDX-License-Identifier: Apache-2.0
/** Shows staff the learner files: the list, and one file with its facts and its timeline. */
@NullMarked
package org.huifang.ui.archive;

import org.jspecify.annotations.NullMarked;
