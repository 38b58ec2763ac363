// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import org.huifang.api.evaluation.Counts;
import org.huifang.api.evaluation.Estimate;
import org.huifang.api.evaluation.EvaluationMetric;
import org.huifang.api.evaluation.Metric;
import org.osgi.service.component.annotations.Component;

/** NPS: the percentage answering 9 or 10 less the percentage answering 0 to 6. */
@Metric(name = "nps")
@Component
public final class Recommendation implements EvaluationMetric {
    @Override
    public boolean appliesTo(Counts counts) {
        return !counts.recommendation().isEmpty();
    }

    @Override
    public Estimate of(Counts counts) {
        return Protection.shownFromFive(Protection.sum(counts.recommendation(), 0, 11),
                n -> Statistics.netPromoter(Protection.sum(counts.recommendation(), 9, 11),
                        Protection.sum(counts.recommendation(), 0, 7), n));
    }
}
