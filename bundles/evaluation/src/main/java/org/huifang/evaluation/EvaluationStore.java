// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import org.huifang.api.TenantId;
import org.huifang.persistence.Persistence;
import org.huifang.persistence.Statements;
import org.huifang.persistence.Unit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The schema {@code evaluation}, open as long as this component is. */
@Component(service = EvaluationStore.class)
public final class EvaluationStore {
    private final Unit unit;

    @Activate
    public EvaluationStore(@Reference Persistence persistence) {
        unit = persistence.open("evaluation", "org/huifang/evaluation/changelog.sql");
    }

    @Deactivate
    public void close() {
        unit.close();
    }

    <R extends @Nullable Object> R of(TenantId tenant, Statements<R> work) {
        return unit.of(tenant, work);
    }

    <R extends @Nullable Object> R ofAll(Statements<R> work) {
        return unit.ofAll(work);
    }
}
