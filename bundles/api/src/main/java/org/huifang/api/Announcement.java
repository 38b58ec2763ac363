// SPDX-License-Identifier: Apache-2.0
package org.huifang.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Something to tell whoever starts Huifang, registered as a service: shown on the console, never in a log file. */
@ConsumerType
public interface Announcement {
    /** Smaller ones are shown first. */
    int order();

    /** One or a few lines; empty when there is nothing to say now. Asked again each time it is shown. */
    String text();
}
