// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import org.huifang.api.evaluation.Counts;
import org.huifang.api.evaluation.Estimate;
import org.huifang.api.evaluation.EvaluationMetric;
import org.huifang.api.evaluation.Metric;
import org.osgi.service.component.annotations.Component;

/** Revisits done in time among those done or past their due time; what may still be done in time is not counted. */
@Metric(name = "punctuality")
@Component
public final class Punctuality implements EvaluationMetric {
    @Override
    public boolean appliesTo(Counts counts) {
        return true;
    }

    @Override
    public Estimate of(Counts counts) {
        return counts.deadlinePassed() == 0
                ? new Estimate.Nothing()
                : new Estimate.FullCount(counts.doneInTime(), counts.deadlinePassed());
    }
}
