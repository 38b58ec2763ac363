// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.rest.whiteboard.Parts.Route;
import org.junit.jupiter.api.Test;

class PartsTest {
    /** As a third party writes one. */
    @Path("/cohorts/{year}")
    @For(Role.SUPERVISOR)
    public static final class Cohorts {
        @GET
        public String all() {
            return "";
        }

        @GET
        @Path("names")
        @For({Role.AGENT, Role.ADMIN})
        public String names() {
            return "";
        }
    }

    @Path("open")
    public static final class Forgotten {
        @GET
        public String all() {
            return "";
        }
    }

    @Test
    void a_part_is_held_by_the_first_segment_of_its_path() {
        assertThat(Parts.path(new Cohorts())).isEqualTo("/cohorts");
        assertThat(Parts.path(new Forgotten())).isEqualTo("/open");
        assertThat(Parts.path("an extension")).isEmpty();
    }

    @Test
    void the_routes_say_who_may_and_a_forgotten_role_is_nobody() {
        var parts = new Parts();
        parts.add(new Cohorts());
        parts.add(new Forgotten());
        assertThat(parts.routes()).containsExactlyInAnyOrder(new Route("GET", "/", List.of(Role.ADMIN)),
                new Route("GET", "/cohorts/{year}", List.of(Role.SUPERVISOR)),
                new Route("GET", "/cohorts/{year}/names", List.of(Role.AGENT, Role.ADMIN)),
                new Route("GET", "/open", List.of()));
    }
}
