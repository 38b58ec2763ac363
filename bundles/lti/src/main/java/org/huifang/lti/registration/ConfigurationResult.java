// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.registration;

/** What came of reading a platform's configuration. */
public sealed interface ConfigurationResult {
    /**
     * A whole configuration of the host that was asked.
     *
     * @param configuration what the platform says of itself
     */
    record Read(PlatformConfiguration configuration) implements ConfigurationResult {}

    /**
     * None.
     *
     * @param reason why
     * @param detail for the log, without tokens
     */
    record Failed(RegistrationFailure reason, String detail) implements ConfigurationResult {}
}
