// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinService;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Tags;
import org.huifang.api.revisit.Anchor;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.api.revisit.Plans;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.revisit.Triggers;
import org.huifang.ui.Place;
import org.huifang.ui.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlansViewTest {
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final CountDownLatch end = new CountDownLatch(1);
    /** Vaadin remembers both only as long as somebody else does. */
    private final UI page = new UI();
    private final Keys texts = new Keys();

    @BeforeEach
    void look() {
        ComponentUtil.setData(page, Viewer.class,
                new Viewer(TenantId.DEFAULT, UUID.randomUUID(), null, "Li", Set.of(), null));
        UI.setCurrent(page);
        VaadinService.setCurrent(texts);
    }

    @AfterEach
    void leave() {
        end.countDown();
        UI.setCurrent(null);
        VaadinService.setCurrent(null);
    }

    @Test
    void while_something_goes_on_with_a_plan_it_cannot_be_changed_and_another_can() {
        var view = new PlansView(store(Plans.class), store(Triggers.class), store(Revisits.class),
                store(LearnerArchive.class), store(Tags.class), null, null, null, () -> Instant.EPOCH);
        view.show(place(ONE));
        assertThat(fields(view)).isNotEmpty().allMatch(TextField::isEnabled);

        below(view, Button.class).filter(button -> button.getText().startsWith("plans.undo")).findFirst().orElseThrow()
                .click();

        assertThat(fields(view)).noneMatch(TextField::isEnabled);
        view.show(place(OTHER));
        assertThat(fields(view)).isNotEmpty().allMatch(TextField::isEnabled);
        view.show(place(ONE));
        assertThat(fields(view)).as("it goes on still").isNotEmpty().noneMatch(TextField::isEnabled);
    }

    private static Place place(UUID plan) {
        return new Place(PlansView.PATH, List.of(plan.toString()), Map.of("step", List.of("first")));
    }

    private static List<TextField> fields(Component root) {
        return below(root, TextField.class).toList();
    }

    private static <T> Stream<T> below(Component root, Class<T> kind) {
        return Stream.concat(kind.isInstance(root) ? Stream.of(kind.cast(root)) : Stream.empty(),
                root.getChildren().flatMap(child -> below(child, kind)));
    }

    /** As much of a store as the page needs; a plan is taken back until the test ends. */
    private <T> T store(Class<T> kind) {
        return kind.cast(Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[]{kind},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "versions" -> List.of(live((UUID) arguments[1]));
                    case "courses", "all" -> List.of();
                    case "undo" -> {
                        end.await();
                        yield true;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }

    private static PlanVersion live(UUID plan) {
        return new PlanVersion(plan, 1, "All", null, null, PlanVersion.Status.LIVE,
                List.of(new PlannedStep("first", "", Kind.CALL, Anchor.START, 0, 0, 7, 5, true)), Instant.EPOCH,
                UUID.randomUUID(), "");
    }
}
