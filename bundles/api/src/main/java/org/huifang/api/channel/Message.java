// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.channel;

import java.util.UUID;
import org.huifang.api.TenantId;

/**
 * Something to be brought to a person.
 *
 * @param key the same for the same message; a channel that can tell delivers it once
 * @param to the contact point on this channel: an address, a number
 * @param language BCP 47, of subject and text
 * @param text plain text; links stand on lines of their own
 */
public record Message(TenantId tenant, String key, UUID learner, String to, String language, String subject,
        String text) {}
