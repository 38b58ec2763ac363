// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes {@code target/conformance.csv} and {@code target/conformance.md} of whatever tests ran, from the rows their
 * tags name. A module takes part by having this on its test class path.
 */
public final class ConformanceListener implements TestExecutionListener {
    private static final Queue<Outcome> OUTCOMES = new ConcurrentLinkedQueue<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            note(test, result.getStatus() == TestExecutionResult.Status.SUCCESSFUL ? "passed" : "failed");
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        note(test, "skipped");
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Path target = Path.of("target");
        if (OUTCOMES.isEmpty() || !Files.isDirectory(target)) {
            return;
        }
        try {
            Files.writeString(target.resolve("conformance.csv"), Outcome.csv(OUTCOMES));
            Files.writeString(target.resolve("conformance.md"), ConformanceReport.of(OUTCOMES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void note(TestIdentifier test, String result) {
        test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast).ifPresent(method -> {
            String name = method.getClassName().replaceFirst(".*\\.", "") + "." + method.getMethodName();
            test.getTags().stream().map(TestTag::getName).filter(ConformanceReport::isRow)
                    .forEach(row -> OUTCOMES.add(new Outcome(row, name, result)));
        });
    }
}
