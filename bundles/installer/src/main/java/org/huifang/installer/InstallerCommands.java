// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.Command;
import org.huifang.api.CommandRefused;
import org.huifang.api.installer.InstalledBundle;
import org.huifang.api.installer.Result;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** {@code bin/huifang feature ...} and {@code bin/huifang bundle ...}. */
@Component(service = InstallerCommands.class, immediate = true)
public final class InstallerCommands {
    private static final String OTHERS = "restart-others";

    private final RunningInstaller installer;
    private final List<ServiceRegistration<Command>> registered = new ArrayList<>();

    @Activate
    public InstallerCommands(BundleContext context, @Reference RunningInstaller installer) {
        this.installer = installer;
        for (var noun : List.of("feature", "bundle")) {
            add(context, noun + " install", "FILE [--restart-others]   installs what FILE holds, or updates it",
                    this::install);
            add(context, noun + " update", "FILE [--restart-others]   the same", this::install);
            add(context, noun + " remove", "NAME   removes it", this::remove);
            add(context, noun + " list", "  what is there, its version and state", call -> list(noun));
        }
        add(context, "bundle revert", "NAME   puts the version before the last update back", this::revert);
    }

    @Deactivate
    void close() {
        registered.forEach(ServiceRegistration::unregister);
    }

    /** What stood behind the command's name. */
    private record Call(Map<String, List<String>> options, List<String> operands) {
        String operand() throws CommandRefused {
            // A flag before the operand takes it for its value.
            var words = Stream.concat(operands.stream(), options.getOrDefault(OTHERS, List.of()).stream())
                    .filter(word -> !word.isEmpty()).toList();
            if (words.size() != 1) {
                throw new CommandRefused("One file or name is needed.");
            }
            return words.getFirst();
        }
    }

    /** What a command does. */
    private interface Deed {
        String run(Call call) throws CommandRefused;
    }

    private void add(BundleContext context, String name, String help, Deed deed) {
        registered.add(context.registerService(Command.class, new Command() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String help() {
                return help;
            }

            @Override
            public String run(Map<String, List<String>> options, List<String> operands) throws CommandRefused {
                return deed.run(new Call(options, operands));
            }
        }, null));
    }

    private String install(Call call) throws CommandRefused {
        var operand = call.operand();
        var file = Path.of(operand);
        if (!Files.isRegularFile(file)) {
            return told(installer.installShipped(operand), "is there");
        }
        try (var content = Files.newInputStream(file)) {
            return told(installer.install(String.valueOf(file.getFileName()), content,
                    call.options().containsKey(OTHERS)), "is there");
        } catch (IOException e) {
            throw new CommandRefused(operand + " cannot be read: " + e.getMessage());
        }
    }

    private String remove(Call call) throws CommandRefused {
        return told(installer.remove(call.operand()), "is gone");
    }

    private String revert(Call call) throws CommandRefused {
        return told(installer.revert(call.operand()), "is back");
    }

    private static String told(Result result, String how) throws CommandRefused {
        return switch (result) {
            case Result.Done done ->
                done.name() + ' ' + done.version() + ' ' + how + ": " + String.join(", ", done.bundles());
            case Result.Refused refused ->
                throw new CommandRefused("Refused, nothing was changed. " + refused.reason());
        };
    }

    private String list(String noun) {
        if (noun.equals("feature")) {
            return installer.features().stream().map(feature -> feature.name() + ' ' + feature.version() + "  "
                    + feature.bundles().size() + " bundles  " + feature.description())
                    .collect(Collectors.joining("\n"));
        }
        var all = Stream.concat(installer.features().stream().flatMap(feature -> feature.bundles().stream()),
                installer.bundles().stream());
        Function<InstalledBundle, String> line = bundle -> bundle.name() + ' ' + bundle.version() + "  "
                + bundle.state().name().toLowerCase(java.util.Locale.ROOT)
                + (bundle.missing().isEmpty() ? "" : ", waits for " + String.join(", ", bundle.missing()));
        return all.map(line).distinct().sorted().collect(Collectors.joining("\n"));
    }
}
