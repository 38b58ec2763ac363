// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.ui.archive.Looking.below;
import static org.huifang.ui.archive.Looking.button;

import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.ReviewItem;
import org.huifang.ui.archive.Looking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ItemPanelTest {
    @RegisterExtension
    static final Looking HERE = new Looking();
    private static final Checks CHECKS = new Checks(HERE.real.archive(), HERE.real.keeping(), HERE.clock);

    private final AtomicInteger settled = new AtomicInteger();

    private ItemPanel panel(UUID learner) {
        return new ItemPanel(new ReviewItem(UUID.randomUUID(), 1, learner, "Wang", "phone", "13800001111",
                ReviewItem.State.OPEN), CHECKS, settled::incrementAndGet, () -> {});
    }

    @Test
    void a_number_stands_masked_and_who_sees_it_in_full_is_on_record() {
        var wang = HERE.learner("Wang");
        var panel = panel(wang);
        assertThat(panel.getElement().getTextRecursively()).contains("138****1111").doesNotContain("13800001111");
        assertThat(panel.getElement().getAttribute("aria-label")).doesNotContain("13800001111");
        button(panel, "quality.item.reveal").click();
        assertThat(panel.getElement().getTextRecursively()).contains("13800001111");
        assertThat(HERE.facts(wang, Fact.Revealed.class)).extracting(Fact.Revealed::reason).containsExactly("check");
    }

    @Test
    void the_right_value_that_was_typed_stays_when_a_colleague_was_faster_and_is_saved_on_purpose() {
        var zhao = HERE.learner("Zhao");
        var panel = panel(zhao);
        HERE.record("staff", new Fact.ValueSaid(zhao, "phone", "13900002222", Confidence.VERIFIED, "staff:wu",
                Looking.NOVEMBER));
        var typed = below(panel, TextField.class).findFirst().orElseThrow();
        typed.setValue("13900003333");
        button(panel, "quality.item.wrong").click();
        assertThat(HERE.phone(zhao)).isEqualTo("13900002222");
        assertThat(typed.getValue()).isEqualTo("13900003333");
        assertThat(settled).hasValue(0);
        button(panel, "quality.item.wrong").click();
        assertThat(HERE.phone(zhao)).isEqualTo("13900003333");
        assertThat(settled).hasValue(1);
    }
}
