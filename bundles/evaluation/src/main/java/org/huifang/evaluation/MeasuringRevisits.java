// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.evaluation.Counts;
import org.huifang.api.evaluation.Evaluation;
import org.huifang.api.evaluation.EvaluationMetric;
import org.huifang.api.evaluation.Reading;
import org.huifang.api.evaluation.Readings;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the counts to every measure that is there. */
@Component
public final class MeasuringRevisits implements Evaluation {
    private static final Logger LOG = LoggerFactory.getLogger(MeasuringRevisits.class);

    private final EvaluationStore store;
    private final InstantSource clock;

    @Reference
    volatile List<Map.Entry<Map<String, Object>, EvaluationMetric>> metrics = List.of();

    @Activate
    public MeasuringRevisits(@Reference EvaluationStore store, @Reference InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Readings readings(TenantId tenant, @Nullable UUID course) {
        Instant now = clock.instant();
        List<Counts> counts = store.of(tenant, sql -> Counting.at(sql.connection(), tenant, course, now));
        return new Readings(metrics.stream().sorted(Comparator.comparing(MeasuringRevisits::name))
                .flatMap(metric -> counts.stream().flatMap(one -> reading(metric, one))).toList(), now);
    }

    /** A measure that fails is left out, and says so in the log: the others still stand. */
    private static Stream<Reading> reading(Map.Entry<Map<String, Object>, EvaluationMetric> metric, Counts counts) {
        try {
            return metric.getValue().appliesTo(counts)
                    ? Stream.of(new Reading(name(metric), version(metric), counts.step(), metric.getValue().of(counts),
                            Protection.shown(counts)))
                    : Stream.empty();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the measure {} failed", name(metric), e);
            return Stream.empty();
        }
    }

    private static String name(Map.Entry<Map<String, Object>, EvaluationMetric> metric) {
        return String.valueOf(metric.getKey().get("metric.name"));
    }

    private static int version(Map.Entry<Map<String, Object>, EvaluationMetric> metric) {
        return metric.getKey().get("metric.version") instanceof Integer version ? version : 1;
    }
}
