// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.util.Map;

/**
 * A part beside the note in which one types while calling, too. Each of its pieces wears {@link #ATTRIBUTE} with its
 * kind; words have the name {@code kind.n.field}: the n-th piece of that kind, and the element that is typed into.
 */
interface Keeps {
    String ATTRIBUTE = "data-keep";
    String AREA = ".vaadin-text-area";
    String FIELD = ".vaadin-text-field";

    /** What the server knows, by name. */
    Map<String, String> words();

    /** Takes up what was left in this browser and never reached the server. Names of other parts may be among them. */
    void left(Map<String, String> words);
}
