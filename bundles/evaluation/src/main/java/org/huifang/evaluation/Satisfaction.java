// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import org.huifang.api.evaluation.Counts;
import org.huifang.api.evaluation.Estimate;
import org.huifang.api.evaluation.EvaluationMetric;
import org.huifang.api.evaluation.Metric;
import org.osgi.service.component.annotations.Component;

/** CSAT as top-2-box: the share of answers 4 and 5 among all answers 1 to 5. */
@Metric(name = "csat")
@Component
public final class Satisfaction implements EvaluationMetric {
    @Override
    public boolean appliesTo(Counts counts) {
        return !counts.satisfaction().isEmpty();
    }

    @Override
    public Estimate of(Counts counts) {
        return Protection.shownFromFive(Protection.sum(counts.satisfaction(), 0, 5),
                n -> Statistics.wilson(Protection.sum(counts.satisfaction(), 3, 5), n));
    }
}
