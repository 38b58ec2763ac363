// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.segment;

/** The order of a list of files. */
public enum Order {
    /** Chinese names by pinyin, before Latin ones. */
    NAME,
    /** The file that was opened last first. */
    NEWEST
}
