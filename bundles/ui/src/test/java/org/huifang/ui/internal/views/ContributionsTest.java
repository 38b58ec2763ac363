// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.identity.Role;
import org.huifang.ui.Viewer;
import org.junit.jupiter.api.Test;

class ContributionsTest {
    private final Contribution admin = view(1, 0, "admin", Set.of(Role.ADMIN), false);
    private final Contribution bundles = view(2, 0, "admin/bundles", Set.of(Role.ADMIN), false);
    private final Contribution course = view(3, 0, "course", Set.of(Role.INSTRUCTOR), true);

    @Test
    void the_longest_path_that_fits_shows_a_url() {
        assertThat(best("admin/bundles/org.huifang.ui")).contains(bundles);
        assertThat(best("admin/journal")).contains(admin);
    }

    @Test
    void a_path_fits_whole_segments_only() {
        assertThat(best("administration")).isEmpty();
    }

    @Test
    void of_two_views_with_the_same_path_the_higher_ranking_wins_and_then_the_older() {
        var better = view(9, 5, "admin", Set.of(), false);
        var later = view(8, 0, "admin", Set.of(), false);

        assertThat(Contributions.best(List.of(admin, later, better), "admin")).contains(better);
        assertThat(Contributions.best(List.of(later, admin), "admin")).contains(admin);
    }

    @Test
    void a_view_is_described_by_its_service_properties() {
        var properties = Map.<String, Object>of("service.id", 7L, "huifang.view.path", "files", "huifang.view.title",
                "files.title", "huifang.view.order", 30, "huifang.view.icon", "FILE_O", "huifang.view.roles",
                new String[]{"AGENT", "SUPERVISOR"}, "huifang.view.menu", true, "huifang.view.frame", false);

        assertThat(Contribution.of(properties::get))
                .isEqualTo(new Contribution(7, 0, "files", "files.title", 30, "FILE_O",
                        Set.of(Role.AGENT, Role.SUPERVISOR), true, false));
    }

    @Test
    void a_role_that_is_unknown_here_opens_a_view_to_admins_and_not_to_all() {
        var properties = Map.<String, Object>of("service.id", 7L, "huifang.view.roles", "TIMEKEEPER");

        assertThat(Contribution.of(properties::get).roles()).containsExactly(Role.ADMIN);
    }

    @Test
    void who_lacks_the_role_is_refused_and_told_who_has_it() {
        assertThat(Access.of(admin, staff(Role.AGENT))).isEqualTo(new Access.NotYours(Set.of(Role.ADMIN)));
        assertThat(Access.of(admin, staff(Role.ADMIN))).isInstanceOf(Access.Granted.class);
        assertThat(Access.of(admin, null)).isInstanceOf(Access.SignInFirst.class);
    }

    @Test
    void a_view_for_everybody_still_needs_a_role() {
        var open = view(4, 0, "help", Set.of(), false);

        assertThat(Access.of(open, staff(Role.AGENT))).isInstanceOf(Access.Granted.class);
        assertThat(Access.of(open, staff())).isInstanceOf(Access.NotYours.class);
    }

    @Test
    void a_launch_opens_frame_views_only() {
        assertThat(Access.of(course, launched(Role.INSTRUCTOR))).isInstanceOf(Access.Granted.class);
        assertThat(Access.of(admin, launched(Role.ADMIN))).isInstanceOf(Access.NotYours.class);
    }

    @Test
    void a_launched_url_is_taken_apart() {
        var url = Url.of(new Location("l/Xy_9/course/42/pulse?tab=a&tab=b"));

        assertThat(url.launch()).isEqualTo("Xy_9");
        assertThat(url.path()).isEqualTo("course/42/pulse");
        assertThat(url.place("course").segments()).containsExactly("42", "pulse");
        assertThat(url.place("course").query("tab")).contains("a");
        assertThat(url.place("course").id(0)).isEmpty();
    }

    private Optional<Contribution> best(String path) {
        return Contributions.best(List.of(admin, bundles, course), path);
    }

    private static Contribution view(long service, int ranking, String path, Set<Role> roles, boolean frame) {
        return new Contribution(service, ranking, path, path + ".title", 10, "FILE_O", roles, true, frame);
    }

    private static Viewer staff(Role... roles) {
        return new Viewer(TenantId.DEFAULT, UUID.randomUUID(), null, "Li", Set.of(roles), null);
    }

    private static Viewer launched(Role... roles) {
        return new Viewer(TenantId.DEFAULT, null, UUID.randomUUID(), "Li", Set.of(roles),
                new Viewer.Launched("x", null, UUID.randomUUID(), "https://lms.example", true));
    }
}
