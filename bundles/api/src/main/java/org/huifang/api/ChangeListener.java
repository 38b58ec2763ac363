// SPDX-License-Identifier: Apache-2.0
package org.huifang.api;

import java.util.Collection;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told of changes after their commit, on the committing thread: return at once, do work elsewhere. Calls may repeat
 * and may be lost when a process dies; whoever must not miss anything tails the timeline instead.
 */
@ConsumerType
public interface ChangeListener {
    void changed(Collection<Change> changes);
}
