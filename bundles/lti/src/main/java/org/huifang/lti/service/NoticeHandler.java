// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where one kind of notice is posted to.
 *
 * @param noticeType for example {@code LtiContextCopyNotice}
 * @param handler an https address of the tool; null for nowhere
 * @param maxBatchSize most notices in one post (Canvas); null to say nothing
 */
public record NoticeHandler(String noticeType, @Nullable URI handler, @Nullable Integer maxBatchSize) {}
