// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.huifang.lti.AssignmentAndGradesClaim;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.service.ServiceFailure.Kind;
import org.jspecify.annotations.Nullable;

/** What a claim opens: its own line item, and what lies below its own container. */
final class GradesDoor {
    private GradesDoor() {
    }

    static void scope(AssignmentAndGradesClaim claim, String scope) throws Broken {
        Broken.unless(claim.scopes().contains(scope), Kind.SCOPE_MISSING, "the launch does not offer " + scope);
    }

    static String reading(AssignmentAndGradesClaim claim) throws Broken {
        Set<String> scopes = claim.scopes();
        if (!scopes.contains(AssignmentAndGrades.LINE_ITEM)) {
            scope(claim, AssignmentAndGrades.LINE_ITEM_READ);
        }
        return scopes.contains(AssignmentAndGrades.LINE_ITEM_READ)
                ? AssignmentAndGrades.LINE_ITEM_READ
                : AssignmentAndGrades.LINE_ITEM;
    }

    static URI container(AssignmentAndGradesClaim claim) throws Broken {
        URI container = claim.lineItems();
        if (container == null) {
            throw new Broken(ServiceFailure.of(Kind.NOT_CONFIGURED, "the launch names no container of line items"));
        }
        return container;
    }

    static URI own(AssignmentAndGradesClaim claim, @Nullable URI lineItem) throws Broken {
        if (lineItem == null) {
            throw new Broken(ServiceFailure.of(Kind.UNEXPECTED_ANSWER, "a line item without address"));
        }
        URI container = claim.lineItems();
        Broken.unless(lineItem.equals(claim.lineItem()) || container != null && below(container, lineItem),
                Kind.FOREIGN_LINK, "a line item that this launch does not open");
        return lineItem;
    }

    private static boolean below(URI container, URI item) {
        String fence = Objects.requireNonNullElse(container.getRawPath(), "").replaceAll("/+$", "") + "/";
        String path = Objects.requireNonNullElse(item.getRawPath(), "");
        return Egress.sameOrigin(container, item) && path.startsWith(fence) && path.length() > fence.length()
                && !path.contains("/.") && !path.toLowerCase(Locale.ROOT).contains("%2e");
    }
}
