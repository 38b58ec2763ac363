// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.channel;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** Names the channel that a {@link RevisitChannel} is. */
@ComponentPropertyType
public @interface Channel {
    /** The property {@code channel}: {@code email}, {@code sms}, {@code wechat}, {@code lms}. */
    String value();
}
