// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.views;

import java.util.Set;
import org.huifang.api.identity.Role;
import org.huifang.ui.Viewer;
import org.jspecify.annotations.Nullable;

/** The one place that decides who sees which contributed view. */
public sealed interface Access {
    /** Show it. */
    record Granted(Viewer viewer) implements Access {}

    /** Nobody has signed in. */
    record SignInFirst() implements Access {}

    /** Not for this person; these could. */
    record NotYours(Set<Role> roles) implements Access {}

    static Access of(Contribution view, @Nullable Viewer viewer) {
        if (viewer == null) {
            return new SignInFirst();
        }
        boolean role = view.roles().isEmpty()
                ? !viewer.roles().isEmpty()
                : view.roles().stream().anyMatch(viewer.roles()::contains);
        boolean place = viewer.launch() == null || view.frame();
        return role && place ? new Granted(viewer) : new NotYours(view.roles());
    }
}
