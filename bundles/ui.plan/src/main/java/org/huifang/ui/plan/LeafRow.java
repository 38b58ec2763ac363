// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.huifang.api.revisit.When;
import org.huifang.ui.parts.Fields;
import org.huifang.ui.parts.Pieces;

/** A simple condition as a sentence with fields in it. */
final class LeafRow extends Composite<Div> implements WhenPart {
    private static final long serialVersionUID = 1L;

    private final Checkbox not = new Checkbox();
    private final Select<Leaf> kind;
    private final IntegerField number = Fields.number(getTranslation("triggers.number"), 0, 1_000);
    private final IntegerField most = Fields.number(getTranslation("triggers.number.most"), 0, 100);
    private final Sentence sentence = new Sentence();

    LeafRow(When when, Runnable changed, Consumer<WhenPart> remove) {
        kind = Fields.choice(getTranslation("triggers.kind"), leaf -> getTranslation("triggers.leaf." + leaf.key()),
                List.of(Leaf.values()));
        not.setLabel(getTranslation("triggers.not"));
        show(when);
        Fields.typed(not, changed);
        Fields.typed(number, changed);
        Fields.typed(most, changed);
        Fields.typed(kind, () -> {
            show(kind.getValue().usual());
            changed.run();
        });
        var drop = new Button(Pieces.icon(VaadinIcon.CLOSE_SMALL), click -> remove.accept(this));
        drop.setAriaLabel(getTranslation("triggers.drop"));
        drop.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.SMALL);
        getContent().add(not, kind, sentence, drop);
    }

    private void show(When when) {
        var inner = when instanceof When.Not contrary ? contrary.part() : when;
        if (when instanceof When.Not) {
            not.setValue(true);
        }
        var leaf = Leaf.of(inner).orElseThrow();
        kind.setValue(leaf);
        number.setMin(leaf.least());
        number.setMax(leaf.most());
        var numbers = Leaf.numbers(inner);
        number.setValue(numbers.isEmpty() ? 0 : numbers.getFirst());
        most.setValue(numbers.isEmpty() ? 0 : numbers.getLast());
        number.setInvalid(false);
        most.setInvalid(false);
        sentence.show(getTranslation("triggers.sentence." + leaf.key()), Map.of("number", number, "most", most));
    }

    @Override
    public Optional<When> when() {
        var leaf = kind.getValue();
        boolean fits = !leaf.numbered() || Fields.fits(number);
        if (leaf == Leaf.PROGRESS && fits) {
            fits = Fields.fits(most) && most.getValue() >= number.getValue();
            most.setInvalid(!fits);
        }
        if (!fits) {
            return Optional.empty();
        }
        var inner = leaf.make(leaf.numbered() ? number.getValue() : 0, leaf == Leaf.PROGRESS ? most.getValue() : 0);
        return Optional.of(not.getValue() ? new When.Not(inner) : inner);
    }
}
