// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

/** A part of a page that reads again what it shows; what is being typed stays. */
interface Part {
    void load();
}
