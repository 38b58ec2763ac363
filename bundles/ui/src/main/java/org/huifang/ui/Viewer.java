// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.identity.Role;
import org.huifang.ui.Viewer.Launched;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at this page: a member of staff who signed in, or a person whom a course platform launched here. It belongs
 * to the page, not to the session: two launches in one browser are two viewers.
 *
 * @param tenant whose data the person may see
 * @param account the account of a member of staff, or null
 * @param learner the archive's id of a launched person, or null
 * @param displayName may be empty
 * @param roles may be empty: such a viewer sees nothing
 * @param launch the launch, or null for staff
 */
public record Viewer(TenantId tenant, @Nullable UUID account, @Nullable UUID learner, String displayName,
        Set<Role> roles, @Nullable Launched launch) {

    /**
     * The launch behind a page in an LMS frame.
     *
     * @param id in the URL
     * @param course the archive's id of the course, or null for a launch without a context
     * @param platform the registration's id
     * @param frameOrigin the origin that may frame the page
     * @param framed true while the page has no navigation of our own around it
     */
    public record Launched(String id, @Nullable UUID course, UUID platform, String frameOrigin, boolean framed) {}

    public Viewer {
        roles = Set.copyOf(roles);
    }

    /**
     * The viewer of the current page.
     *
     * @throws IllegalStateException outside a view
     */
    public static Viewer current() {
        return find().orElseThrow(() -> new IllegalStateException("no view is being shown on this thread"));
    }

    /** The viewer of the current page, if there is one. */
    public static Optional<Viewer> find() {
        return Optional.ofNullable(UI.getCurrent()).map(ui -> ComponentUtil.getData(ui, Viewer.class));
    }

    /** Whether the person has one of these roles; true for none named. */
    public boolean any(Role... wanted) {
        return wanted.length == 0 || Set.of(wanted).stream().anyMatch(roles::contains);
    }
}
