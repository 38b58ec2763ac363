// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketState;
import org.huifang.ui.Place;
import org.junit.jupiter.api.Test;

class FilterTest {
    @Test
    void what_stands_in_the_url_is_what_is_shown() {
        UUID owner = UUID.randomUUID();
        var place = new Place("tickets", List.of(), Map.of("area", List.of("content"), "state", List.of("waiting"),
                "owner", List.of(owner.toString()), "late", List.of("1")));
        assertThat(Filter.of(place)).isEqualTo(new Filter(Area.CONTENT, null, TicketState.WAITING, owner, true));
        assertThat(Filter.of(place).query()).containsExactly("area", "content", "course", null, "state", "waiting",
                "owner", owner, "late", "1");
    }

    @Test
    void what_is_none_is_passed_by() {
        var place = new Place("tickets", List.of(), Map.of("area", List.of("moon"), "owner", List.of("me")));
        assertThat(Filter.of(place)).isEqualTo(Filter.NONE);
    }
}
