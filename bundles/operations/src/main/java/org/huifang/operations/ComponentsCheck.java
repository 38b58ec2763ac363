// SPDX-License-Identifier: Apache-2.0
package org.huifang.operations;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * Every component of our bundles has what it needs. A component that only a configuration brings to life, and that has
 * none, is off on purpose and not missed.
 */
@Component(property = {"hc.name=components", "hc.tags=ready"})
public final class ComponentsCheck implements HealthCheck {
    private final BundleContext context;
    private final ServiceComponentRuntime components;

    @Activate
    public ComponentsCheck(BundleContext context, @Reference ServiceComponentRuntime components) {
        this.context = context;
        this.components = components;
    }

    @Override
    public Result execute() {
        var ours = Arrays.stream(context.getBundles())
                .filter(bundle -> String.valueOf(bundle.getSymbolicName()).startsWith("org.huifang."))
                .toArray(Bundle[]::new);
        var log = new FormattingResultLog();
        log.info("components of {} bundles", ours.length);
        components.getComponentDescriptionDTOs(ours).stream().flatMap(this::complaints)
                .forEach(complaint -> log.critical("{}", complaint));
        return new Result(log);
    }

    private Stream<String> complaints(ComponentDescriptionDTO description) {
        if (!components.isComponentEnabled(description)) {
            return Stream.empty();
        }
        Collection<ComponentConfigurationDTO> configurations = components.getComponentConfigurationDTOs(description);
        if (configurations.isEmpty() && !"require".equals(description.configurationPolicy)) {
            return Stream.of(description.name + " is not there yet");
        }
        return configurations.stream().map(configuration -> complaint(description, configuration))
                .flatMap(List::stream);
    }

    private static List<String> complaint(ComponentDescriptionDTO description,
            ComponentConfigurationDTO configuration) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.FAILED_ACTIVATION -> List.of(description.name + " does not start: "
                    + configuration.failure.lines().findFirst().orElse("no reason was given"));
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> List.of(description.name + " waits for "
                    + Arrays.stream(configuration.unsatisfiedReferences)
                            .map(missing -> service(description, missing.name)).collect(Collectors.joining(", ")));
            default -> List.of();
        };
    }

    private static String service(ComponentDescriptionDTO description, String reference) {
        return Arrays.stream(description.references).filter(r -> r.name.equals(reference))
                .map(r -> r.interfaceName + (r.target == null ? "" : " with " + r.target)).findFirst()
                .orElse(reference);
    }
}
