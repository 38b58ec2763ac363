// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import org.huifang.lti.service.ServiceFailure.Kind;

/** Ends a call inside this package; turned into a sealed result at its border. */
final class Broken extends Exception {
    private static final long serialVersionUID = 1L;
    final transient ServiceFailure failure;

    Broken(ServiceFailure failure) {
        super(failure.detail(), null, false, false);
        this.failure = failure;
    }

    static void unless(boolean good, Kind kind, String detail) throws Broken {
        if (!good) {
            throw new Broken(ServiceFailure.of(kind, detail));
        }
    }
}
