// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.evaluation;

import org.osgi.annotation.versioning.ConsumerType;

/** A measure: a pure function of counts, registered as a service with {@link Metric}. */
@ConsumerType
public interface EvaluationMetric {
    /** Whether this measure says anything about a step. */
    boolean appliesTo(Counts counts);

    /** Never null, never an exception: counts without anybody give {@link Estimate.Nothing}. */
    Estimate of(Counts counts);
}
