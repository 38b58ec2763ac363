// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which quirks are on. */
@Component(service = Quirks.class)
public final class Quirks {
    private static final String SETTING = "quirks";
    private final DemoStore store;

    @Activate
    public Quirks(@Reference DemoStore store) {
        this.store = store;
    }

    Set<Quirk> on() {
        return parse(store.setting(SETTING).orElse(""));
    }

    boolean has(Quirk quirk) {
        return on().contains(quirk);
    }

    /** @param said {@code moodle}, {@code none} or names of quirks with commas between them */
    void set(String said) {
        store.keep(SETTING, parse(said).stream().map(Quirk::name).collect(Collectors.joining(",")));
    }

    private static Set<Quirk> parse(String said) {
        return switch (said.strip().toLowerCase(Locale.ROOT)) {
            case "moodle" -> Quirk.MOODLE;
            case "", "none" -> EnumSet.noneOf(Quirk.class);
            default -> Arrays.stream(said.split(",")).map(word -> word.strip().toUpperCase(Locale.ROOT))
                    .map(Quirk::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(Quirk.class)));
        };
    }
}
