// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.stream.Stream;
import org.huifang.api.revisit.Kind;
import org.huifang.ui.parts.Words;

/** How something is done that is owed. */
final class KindField extends Select<Kind> {
    private static final long serialVersionUID = 1L;

    KindField() {
        setAriaLabel(getTranslation("plans.field.kind"));
        setItemLabelGenerator(Words::of);
        setWidth("9rem");
    }

    /** Shows what was chosen, and offers what may be chosen instead. */
    void show(Kind chosen) {
        setItems(offered(chosen));
        setValue(chosen);
    }

    /** Care never sells, and texts are looked through for that only where care is arranged; what is care already stays so. */
    static List<Kind> offered(Kind chosen) {
        return Stream.of(Kind.values()).filter(kind -> kind != Kind.CARE || kind == chosen).toList();
    }
}
