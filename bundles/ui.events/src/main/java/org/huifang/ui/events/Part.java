// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.events;

/** A part of a page that reads again when something has changed. */
interface Part {
    void load();
}
