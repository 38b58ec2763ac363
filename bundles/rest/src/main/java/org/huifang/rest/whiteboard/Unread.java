// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import java.util.Set;

/**
 * Says that the connection ends with an answer that was given before the body was read, as RFC 9112, section 9.6, asks:
 * the server closes it then, and a client that is not told may send its next request into nowhere.
 */
final class Unread implements ContainerResponseFilter {
    private static final Set<Integer> BEFORE_READING = Set.of(401, 403, 404, 405, 406, 413, 415, 428, 429, 503);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        boolean body = request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null;
        if (body && BEFORE_READING.contains(answer.getStatus())) {
            answer.getHeaders().put("Connection", List.of("close"));
        }
    }
}
