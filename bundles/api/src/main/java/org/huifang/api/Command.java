// SPDX-License-Identifier: Apache-2.0
package org.huifang.api;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A command of {@code bin/huifang} that runs inside the product, registered as a service: {@code bin/huifang platform
 * add --issuer URL} calls the command named {@code platform add}. Only the user whom the product runs as, and root, can
 * reach it.
 */
@ConsumerType
public interface Command {
    /** One or two words, as {@code platform add}. */
    String name();

    /** The arguments on one line, then what it does, as {@code --name NAME   adds a hook source}. */
    String help();

    /**
     * Runs the command.
     *
     * @param options {@code --name value} pairs by name without the dashes; one that is given twice has two values, one
     * without a value has the value ""
     * @param operands the other words in order
     * @return what to print
     * @throws CommandRefused when the arguments do not do; nothing was changed
     */
    String run(Map<String, List<String>> options, List<String> operands) throws CommandRefused;
}
