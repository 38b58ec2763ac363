// SPDX-License-Identifier: Apache-2.0
/**
 * The vocabulary that all bundles share: records, facts, services and extension points. Start at
 * {@link org.huifang.api.archive.LearnerArchive}.
 */
@NullMarked
@Version("1.0.0")
package org.huifang.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
