// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** One generation of Jersey; it ends when it has been replaced and the last request in it is answered. */
final class Container {
    private final ServletContainer jersey;
    private int users;
    private boolean replaced;

    private Container(ServletContainer jersey) {
        this.jersey = jersey;
    }

    static Container start(ResourceConfig resources, ServletConfig servlet) throws ServletException {
        var jersey = new ServletContainer(resources);
        jersey.init(servlet);
        return new Container(jersey);
    }

    /** False when it has ended, and another is to be asked. */
    boolean serve(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        if (!enter()) {
            return false;
        }
        try {
            jersey.service(request, response);
            return true;
        } finally {
            leave(false);
        }
    }

    void replace() {
        enter();
        leave(true);
    }

    private synchronized boolean enter() {
        if (replaced && users == 0) {
            return false;
        }
        users++;
        return true;
    }

    private synchronized void leave(boolean last) {
        users--;
        replaced |= last;
        if (replaced && users == 0) {
            jersey.destroy();
        }
    }
}
