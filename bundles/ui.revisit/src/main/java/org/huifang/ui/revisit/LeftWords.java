// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Words by name as one text, on their way between browser and server; nobody types its two separators. */
final class LeftWords {
    static final String BETWEEN = "\u001e";
    static final String IS = "\u001f";

    private LeftWords() {
    }

    static String of(Map<String, String> words) {
        return words.entrySet().stream().map(each -> each.getKey() + IS + each.getValue())
                .collect(Collectors.joining(BETWEEN));
    }

    static Map<String, String> parse(String text) {
        var words = new LinkedHashMap<String, String>();
        Arrays.stream(text.split(BETWEEN)).map(each -> each.split(IS, 2)).filter(parts -> parts.length == 2)
                .forEach(parts -> words.put(parts[0], parts[1]));
        return words;
    }
}
