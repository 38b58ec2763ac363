// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.evaluation;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** Names a measure and the version of its definition. */
@ComponentPropertyType
public @interface Metric {
    String PREFIX_ = "metric.";

    /** Stable, as {@code csat}; texts of views are found by it. */
    String name();

    /** Rises when the definition changes; numbers of different versions are never compared. */
    int version() default 1;
}
