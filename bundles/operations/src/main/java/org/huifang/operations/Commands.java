// SPDX-License-Identifier: Apache-2.0
package org.huifang.operations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.huifang.api.Command;
import org.huifang.api.CommandRefused;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the command that words call, and runs it. */
@Component(service = Commands.class)
public final class Commands {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final String LAUNCHERS = """
            run [--port N] [--data DIR] [--feature NAME]...   runs in the foreground
            start [--port N] [--data DIR] [--feature NAME]... runs in the background
            stop [--data DIR]                                 finishes running requests and stops
            version                                           tells the version
            """;

    private final List<Command> known = new CopyOnWriteArrayList<>();

    /** What a command answered, and the exit status: 0 done, 1 refused or failed, 2 no such command. */
    record Answer(int status, String text) {}

    @Activate
    public Commands() {
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(Command command) {
        known.add(command);
    }

    void unbind(Command command) {
        known.remove(command);
    }

    Answer run(List<String> words) {
        var line = String.join(" ", words);
        if (line.isBlank() || words.getFirst().matches("help|--help|-h")) {
            return new Answer(0, help());
        }
        var command = known.stream().filter(c -> (line + ' ').startsWith(c.name() + ' '))
                .max(Comparator.comparingInt(c -> c.name().length())).orElse(null);
        if (command == null) {
            return new Answer(2, "There is no command " + line.replaceAll(" --.*", "") + ".\n\n" + help());
        }
        var rest = words.subList(command.name().split(" ").length, words.size());
        var operands = new ArrayList<String>();
        var options = options(rest, operands);
        try {
            return new Answer(0, command.run(options, operands));
        } catch (CommandRefused refused) {
            return new Answer(1, String.valueOf(refused.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("The command {} failed", command.name(), e);
            return new Answer(1, command.name() + " failed: " + e.getMessage() + " (more in the log)");
        }
    }

    private static Map<String, List<String>> options(List<String> words, List<String> operands) {
        var options = new LinkedHashMap<String, List<String>>();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (!word.startsWith("--") || word.length() == 2) {
                operands.add(word);
                continue;
            }
            var equals = word.indexOf('=');
            var name = word.substring(2, equals < 0 ? word.length() : equals);
            var follows = equals < 0 && i + 1 < words.size() && !words.get(i + 1).startsWith("--");
            var value = equals >= 0 ? word.substring(equals + 1) : follows ? words.get(++i) : "";
            options.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return options;
    }

    private String help() {
        return LAUNCHERS + known.stream().sorted(Comparator.comparing(Command::name))
                .map(command -> command.name() + ' ' + command.help()).collect(Collectors.joining("\n"));
    }
}
