// SPDX-License-Identifier: Apache-2.0
package org.huifang.operations;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The port is open; it opens beside the start of the bundles, sometimes after the last of them. */
@Component(property = {"hc.name=http", "hc.tags=ready"})
public final class HttpCheck implements HealthCheck {
    private final Draining requests;

    @Activate
    public HttpCheck(@Reference Draining requests) {
        this.requests = requests;
    }

    @Override
    public Result execute() {
        var log = new FormattingResultLog();
        if (requests.listening()) {
            log.info("the port is open");
        } else {
            log.critical("the port is not open");
        }
        return new Result(log);
    }
}
