// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A number that is kept as soon as one has changed it, and follows what others keep unless one is changing it. */
final class KeptNumber extends IntegerField {
    private static final long serialVersionUID = 1L;

    private @Nullable Integer known;
    private boolean byHand;

    KeptNumber(String label, int least, int most, Runnable changed) {
        super(label);
        setMin(least);
        setMax(most);
        setStepButtonsVisible(true);
        setWidth("26em");
        setErrorMessage(getTranslation("tickets.rules.between", least, most));
        addValueChangeListener(event -> {
            setInvalid(!fits());
            if (event.isFromClient() && fits()) {
                byHand = true;
                changed.run();
                byHand = false;
                known = getValue();
            }
        });
    }

    void follow(int now) {
        if (known == null || Objects.equals(getValue(), known)) {
            setValue(now);
        }
        known = now;
    }

    /** As it was just changed; else as others keep it by now. */
    int number(int otherwise) {
        Integer value = getValue();
        return byHand && value != null ? value : otherwise;
    }

    private boolean fits() {
        @Nullable
        Integer value = getValue();
        return value != null && value >= getMin() && value <= getMax();
    }
}
