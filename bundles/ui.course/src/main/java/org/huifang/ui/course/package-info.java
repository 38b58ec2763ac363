// SPDX-License-Identifier: Apache-2.0
/** Shows an instructor one course: how its revisits go and the files of its learners. */
@NullMarked
package org.huifang.ui.course;

import org.jspecify.annotations.NullMarked;
