// SPDX-License-Identifier: Apache-2.0
/**
 * Logins where cookies are blocked: the platform keeps a value for the tool's page (LTI client-side postMessages and
 * platform storage, drafts 0.1).
 *
 * <p>Start at {@link StorageExchange}. The rule that everything here serves: <em>a session is made on the server only
 * after the browser has given the stored value back.</em>
 */
@NullMarked
@Version("1.0.0")
package org.huifang.lti.storage;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
