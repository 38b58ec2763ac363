// SPDX-License-Identifier: Apache-2.0
/**
 * The file of each learner: identity, enrolments, where each value comes from, and the timeline that is only ever added
 * to. Start at {@link org.huifang.archive.GroupCommitArchive}.
 */
@NullMarked
package org.huifang.archive;

import org.jspecify.annotations.NullMarked;
