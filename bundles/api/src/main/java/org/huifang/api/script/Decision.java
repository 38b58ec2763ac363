// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.script;

/** What became of a step towards a live script; views have a sentence for each. */
public enum Decision {
    DONE,
    /** Somebody else was faster, or there is no such version: read again. */
    MOVED_ON,
    /** Whoever wrote it does not approve it. */
    OWN_WORK,
    /** {@link ScriptStudio#check} has findings. */
    FAULTY
}
