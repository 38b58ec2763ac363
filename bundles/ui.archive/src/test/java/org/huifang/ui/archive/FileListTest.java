// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.ui.archive.Looking.SCHOOL;
import static org.huifang.ui.archive.Looking.below;
import static org.huifang.ui.archive.Looking.button;

import com.vaadin.flow.component.grid.Grid;
import java.util.List;
import java.util.Map;
import org.huifang.api.segment.Condition;
import org.huifang.api.segment.Listed;
import org.huifang.api.segment.Order;
import org.huifang.ui.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FileListTest {
    @RegisterExtension
    static final Looking HERE = new Looking();

    @Test
    @SuppressWarnings("unchecked")
    void a_new_file_takes_nothing_away_from_what_was_chosen_for_all_at_once() {
        var segments = HERE.real.segments(HERE.clock);
        var wang = HERE.learner("Wang");
        var list = new FileList(HERE.desk, segments, HERE.real.tags(), null);
        list.open(new Place("files", List.of(), Map.of()));
        Grid<Listed> grid = below(list, Grid.class).findFirst().orElseThrow();
        grid.asMultiSelect().select(segments.find(SCHOOL, Condition.EVERYBODY, "", Order.NAME, null, 10).items());
        HERE.learner("Zhao");
        list.refresh();
        assertThat(grid.getSelectedItems()).extracting(Listed::id).containsExactly(wang);
        assertThat(button(list, "list.changed").isVisible()).isTrue();
        button(list, "list.changed").click();
        assertThat(button(list, "list.changed").isVisible()).isFalse();
        assertThat(grid.getSelectedItems()).isEmpty();
    }
}
