// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.identity;

import java.time.Duration;

/** What became of an attempt to sign in. Unknown name, wrong password and disabled account look alike. */
public sealed interface SignIn {
    /** The person is who they say. */
    record Granted(Account account) implements SignIn {}

    /** Name and password do not fit together. */
    record Denied() implements SignIn {}

    /** Too many failures for this name; even the right password is refused until then. */
    record Throttled(Duration retryAfter) implements SignIn {}
}
