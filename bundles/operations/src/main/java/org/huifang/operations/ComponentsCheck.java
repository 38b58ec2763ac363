// SPDX-License-Identifier: Apache-2.0
package org.huifang.operations;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
 * Every component of our bundles has what it needs. Off on purpose and not missed are a component that only a
 * configuration brings to life and that has none, and one that wants a service with properties which the service that is
 * there does not have.
 */
@Component(property = {"hc.name=components", "hc.tags=ready"})
public final class ComponentsCheck implements HealthCheck {
    private static final String CAUSE = "Caused by: ";
    /** What it waits for is a component that did not start either, and is named itself. */
    private static final String NOT_GOT = "java.lang.InstantiationException: Unable to get service for reference";

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
        var descriptions = components.getComponentDescriptionDTOs(ours);
        var within = descriptions.stream().flatMap(description -> Arrays.stream(description.serviceInterfaces))
                .collect(Collectors.toSet());
        var complaints = descriptions.stream().flatMap(description -> complaints(description, within)).toList();
        var causes = complaints.stream().filter(complaint -> !complaint.follows()).toList();
        var log = new FormattingResultLog();
        log.info("components of {} bundles", ours.length);
        (causes.isEmpty() ? complaints : causes).forEach(complaint -> log.critical("{}", complaint.text()));
        if (causes.size() < complaints.size() && !causes.isEmpty()) {
            log.critical("{} more components wait for these", complaints.size() - causes.size());
        }
        return new Result(log);
    }

    /** What is wrong with one component; follows when it only waits for components that are named themselves. */
    private record Complaint(String text, boolean follows) {}

    private Stream<Complaint> complaints(ComponentDescriptionDTO description, Set<String> within) {
        if (!components.isComponentEnabled(description)) {
            return Stream.empty();
        }
        Collection<ComponentConfigurationDTO> configurations = components.getComponentConfigurationDTOs(description);
        if (configurations.isEmpty() && !"require".equals(description.configurationPolicy)) {
            return Stream.of(new Complaint(description.name + " is not there yet", false));
        }
        return configurations.stream().flatMap(configuration -> complaint(description, configuration, within));
    }

    private Stream<Complaint> complaint(ComponentDescriptionDTO description,
            ComponentConfigurationDTO configuration, Set<String> within) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.FAILED_ACTIVATION -> Stream.of(new Complaint(
                    description.name + " does not start: " + reason(configuration.failure),
                    configuration.failure.startsWith(NOT_GOT)));
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> {
                if (offOnPurpose(description, configuration)) {
                    yield Stream.empty();
                }
                var missing = Arrays.stream(configuration.unsatisfiedReferences)
                        .map(reference -> service(description, reference.name)).toList();
                yield Stream.of(new Complaint(description.name + " waits for " + String.join(", ", missing),
                        within.containsAll(missing)));
            }
            default -> Stream.empty();
        };
    }

    /** What a component's own constructor threw; that it was called by reflection helps nobody. */
    static String reason(String trace) {
        List<String> lines = trace.lines().toList();
        return lines.stream().filter(line -> line.startsWith(CAUSE)).findFirst()
                .filter(cause -> lines.getFirst().startsWith(InvocationTargetException.class.getName()))
                .map(cause -> cause.substring(CAUSE.length()))
                .orElseGet(() -> lines.isEmpty() ? "no reason was given" : lines.getFirst());
    }

    /** It asks for a service with certain properties, and the service is there without them. */
    private boolean offOnPurpose(ComponentDescriptionDTO description, ComponentConfigurationDTO configuration) {
        return Arrays.stream(configuration.unsatisfiedReferences).allMatch(unsatisfied -> Arrays
                .stream(description.references).filter(reference -> reference.name.equals(unsatisfied.name))
                .allMatch(reference -> reference.target != null
                        && context.getServiceReference(reference.interfaceName) != null));
    }

    private static String service(ComponentDescriptionDTO description, String reference) {
        return Arrays.stream(description.references).filter(r -> r.name.equals(reference))
                .map(r -> r.interfaceName + (r.target == null ? "" : " with " + r.target)).findFirst()
                .orElse(reference);
    }
}
