// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import org.huifang.api.evaluation.Counts;
import org.huifang.api.evaluation.Estimate;
import org.huifang.api.evaluation.EvaluationMetric;
import org.huifang.api.evaluation.Metric;
import org.osgi.service.component.annotations.Component;

/** Learners with a completed revisit among those for whom it fell due; a census, so without an interval. */
@Metric(name = "coverage")
@Component
public final class Coverage implements EvaluationMetric {
    @Override
    public boolean appliesTo(Counts counts) {
        return true;
    }

    @Override
    public Estimate of(Counts counts) {
        return counts.fellDue() == 0
                ? new Estimate.Nothing()
                : new Estimate.FullCount(counts.done(), counts.fellDue());
    }
}
