// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

/** What another person is to a learner. */
public enum Relation {
    GUARDIAN, PAYER, OTHER
}
