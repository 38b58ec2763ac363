// SPDX-License-Identifier: Apache-2.0
/** The learner's file and its timeline. Start at {@link org.huifang.api.archive.LearnerArchive}. */
@NullMarked
@Version("1.0.0")
package org.huifang.api.archive;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
