// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.host;

/** Makes the host's class loader the thread's, because Vaadin looks for its services there. */
record OurLoader(ClassLoader before) implements AutoCloseable {
    static OurLoader enter() {
        var thread = Thread.currentThread();
        var entered = new OurLoader(thread.getContextClassLoader());
        thread.setContextClassLoader(OurLoader.class.getClassLoader());
        return entered;
    }

    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(before);
    }
}
