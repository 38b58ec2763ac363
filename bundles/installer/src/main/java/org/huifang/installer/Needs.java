// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.dto.ServiceReferenceDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.SatisfiedReferenceDTO;

/** Which components wait for what, and which cannot do without whose services. */
final class Needs {
    private static final String CAUSE = "Caused by: ";

    private final ServiceComponentRuntime components;

    Needs(ServiceComponentRuntime components) {
        this.components = components;
    }

    /** What the components of a bundle wait for, in words. */
    List<String> missing(Bundle bundle) {
        return components.getComponentDescriptionDTOs(bundle).stream()
                .flatMap(description -> components.getComponentConfigurationDTOs(description).stream()
                        .flatMap(configuration -> missing(description, configuration)))
                .distinct().sorted().toList();
    }

    private static Stream<String> missing(ComponentDescriptionDTO description,
            ComponentConfigurationDTO configuration) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> Arrays.stream(configuration.unsatisfiedReferences)
                    .flatMap(unsatisfied -> references(description, unsatisfied.name).map(r -> r.interfaceName));
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                Stream.of("a version that starts: " + reason(configuration.failure));
            default -> Stream.of();
        };
    }

    /** What the component itself threw; that it was called by reflection helps nobody. */
    private static String reason(String trace) {
        return trace.lines().filter(line -> line.startsWith(CAUSE)).reduce((outer, inner) -> inner)
                .map(cause -> cause.substring(CAUSE.length()))
                .orElseGet(() -> trace.lines().findFirst().orElse("no reason was given"));
    }

    /** The symbolic names of bundles with a component that has one of these bundles' services and needs it. */
    List<String> dependants(Collection<Bundle> bundles, Collection<Bundle> all) {
        var ids = bundles.stream().map(Bundle::getBundleId).collect(Collectors.toSet());
        return all.stream().filter(bundle -> !ids.contains(bundle.getBundleId())).filter(bundle -> needs(bundle, ids))
                .map(Bundle::getSymbolicName).sorted().toList();
    }

    private boolean needs(Bundle bundle, Set<Long> providers) {
        return components.getComponentDescriptionDTOs(bundle).stream()
                .anyMatch(description -> components.getComponentConfigurationDTOs(description).stream()
                        .flatMap(configuration -> Arrays.stream(configuration.satisfiedReferences))
                        .filter(satisfied -> mandatory(description, satisfied))
                        .anyMatch(satisfied -> onlyFrom(satisfied, providers)));
    }

    private static boolean mandatory(ComponentDescriptionDTO description, SatisfiedReferenceDTO satisfied) {
        return references(description, satisfied.name).anyMatch(reference -> reference.cardinality.startsWith("1"));
    }

    private static boolean onlyFrom(SatisfiedReferenceDTO satisfied, Set<Long> providers) {
        ServiceReferenceDTO[] bound = satisfied.boundServices;
        return bound != null && bound.length > 0
                && Arrays.stream(bound).allMatch(service -> providers.contains(service.bundle));
    }

    private static Stream<ReferenceDTO> references(ComponentDescriptionDTO description, String name) {
        return Arrays.stream(description.references).filter(reference -> reference.name.equals(name));
    }
}
