// SPDX-License-Identifier: Apache-2.0
/** Shows administrators the health, the bundles, the people and the rosters of an installation. */
@NullMarked
package org.huifang.ui.admin;

import org.jspecify.annotations.NullMarked;
