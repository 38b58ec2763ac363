// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.host;

import org.huifang.ui.internal.live.LiveChanges;
import org.huifang.ui.internal.texts.Texts;
import org.huifang.ui.internal.views.Contributions;

/** What the host's own components share. */
public record Host(Contributions views, Texts texts, LiveChanges changes, People people) {}
