// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.ui.archive.Looking.below;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huifang.api.archive.Fact;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AtAGlanceTest {
    @RegisterExtension
    static final Looking HERE = new Looking();

    private static List<String> words(AtAGlance glance) {
        return below(glance, Span.class).map(Span::getText).filter(text -> !text.isBlank()).distinct().toList();
    }

    @Test
    void who_opens_a_file_sees_whether_the_person_may_be_contacted_and_what_was_promised_to_them() {
        var wang = HERE.learner("Wang");
        var glance = new AtAGlance(HERE.real.reachability(), null, HERE.clock);
        glance.show(HERE.file(wang), List.of());
        assertThat(words(glance)).singleElement().asString().startsWith("files.glance.may[").contains("phone");
        glance.show(HERE.file(wang), List.of(promise(wang, Looking.NOVEMBER.minusSeconds(60), State.OVERDUE),
                promise(wang, Looking.NOVEMBER.plusSeconds(86_400), State.SCHEDULED),
                promise(wang, Looking.NOVEMBER, State.DONE)));
        assertThat(words(glance)).filteredOn(text -> text.startsWith("files.glance.promise")).hasSize(2)
                .anyMatch(text -> text.startsWith("files.glance.promise.late"));
        HERE.record("staff", new Fact.Consented(wang, "contact", "any", "consent", "", false, "said so", "staff:li",
                Looking.MARCH.plusSeconds(60)));
        glance.show(HERE.file(wang), List.of());
        assertThat(words(glance)).singleElement().asString().startsWith("files.glance.maynot");
        assertThat(glance.isVisible()).isTrue();
    }

    private static Obligation promise(UUID learner, Instant due, State state) {
        return new Obligation(UUID.randomUUID(), learner, UUID.randomUUID(), "promise", "send the slides", Kind.CALL,
                Origin.PROMISE, state, due, due, null, "", UUID.randomUUID(), 5, null, null, List.of());
    }
}
