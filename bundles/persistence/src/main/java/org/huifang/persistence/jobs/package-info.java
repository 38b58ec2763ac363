// SPDX-License-Identifier: Apache-2.0
/** Runs {@link org.huifang.api.Job} services by db-scheduler, each on one node at a time. */
@NullMarked
package org.huifang.persistence.jobs;

import org.jspecify.annotations.NullMarked;
