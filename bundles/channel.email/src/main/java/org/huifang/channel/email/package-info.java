// SPDX-License-Identifier: Apache-2.0
/**
 * Brings messages to learners by e-mail, through the SMTP server that the school names. Start at {@link org.huifang.channel.email.EmailChannel}.
 */
@NullMarked
package org.huifang.channel.email;

import org.jspecify.annotations.NullMarked;
