// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.util.Arrays;

/** Collects stretches in order; those that touch become one. */
final class Borders {
    private long[] array = new long[64];
    private int size;

    void add(long begin, long end) {
        if (begin >= end) {
            return;
        }
        if (size > 0 && array[size - 1] == begin) {
            array[size - 1] = end;
            return;
        }
        if (size == array.length) {
            array = Arrays.copyOf(array, 2 * size);
        }
        array[size++] = begin;
        array[size++] = end;
    }

    long[] array() {
        return Arrays.copyOf(array, size);
    }
}
