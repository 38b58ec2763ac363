// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

/** What became of an attempt that was handed in. */
public sealed interface Handled {
    /** It is on the record; the obligation now stands like this. */
    record Taken(Obligation obligation) implements Handled {}

    /** Somebody else settled it first; this attempt was not recorded. */
    record SettledBefore(Obligation obligation) implements Handled {}

    /** There is no such obligation in this tenant. */
    record Unknown() implements Handled {}
}
