// SPDX-License-Identifier: Apache-2.0
/** Measures with their n and interval. Start at {@link org.huifang.api.evaluation.Evaluation}. */
@NullMarked
@Version("1.0.0")
package org.huifang.api.evaluation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
