// SPDX-License-Identifier: Apache-2.0
package org.huifang.operations;

import java.util.Arrays;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Every bundle runs, or is about to on its first use. */
@Component(property = {"hc.name=bundles", "hc.tags=ready"})
public final class BundlesCheck implements HealthCheck {
    private final BundleContext context;

    @Activate
    public BundlesCheck(BundleContext context) {
        this.context = context;
    }

    @Override
    public Result execute() {
        var log = new FormattingResultLog();
        log.info("{} bundles", context.getBundles().length);
        Arrays.stream(context.getBundles()).filter(bundle -> !runs(bundle))
                .forEach(bundle -> log.critical("the bundle {} does not run", bundle.getSymbolicName()));
        return new Result(log);
    }

    private static boolean runs(Bundle bundle) {
        var revision = bundle.adapt(BundleRevision.class);
        if (revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0) {
            return bundle.getState() == Bundle.RESOLVED;
        }
        return bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING
                && "lazy".equals(String.valueOf(bundle.getHeaders().get("Bundle-ActivationPolicy")).split(";")[0]);
    }
}
