// SPDX-License-Identifier: Apache-2.0
package org.huifang.operations;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks all health checks at this moment. */
@Component(service = Health.class)
public final class Health {
    private final HealthCheckExecutor executor;

    @Activate
    public Health(@Reference HealthCheckExecutor executor) {
        this.executor = executor;
    }

    /** What is wrong, one line each; empty when all is well. */
    List<String> complaints() {
        return worseThan(Result.Status.OK);
    }

    /**
     * What keeps it from working, one line each. What somebody should look at is not among it: a hook that was lost
     * yesterday is no reason not to start today.
     */
    List<String> hindrances() {
        return worseThan(Result.Status.WARN);
    }

    private List<String> worseThan(Result.Status status) {
        var now = new HealthCheckExecutionOptions().setForceInstantExecution(true);
        return executor.execute(HealthCheckSelector.empty(), now).stream()
                .filter(result -> status.compareTo(result.getHealthCheckResult().getStatus()) < 0).map(Health::line)
                .toList();
    }

    static String line(HealthCheckExecutionResult result) {
        var title = result.getHealthCheckMetadata().getTitle();
        return title + ": " + text(result.getHealthCheckResult());
    }

    private static String text(Result result) {
        return StreamSupport.stream(result.spliterator(), false).filter(entry -> entry.getStatus() != Result.Status.OK)
                .map(ResultLog.Entry::getMessage).collect(Collectors.joining("; "));
    }
}
