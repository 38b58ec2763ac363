// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.huifang.rest.Json;
import org.huifang.rest.Version;

/** Writes the JSON of an answer, names its version, and spares it to whoever has it. Personal data is not for caches. */
@Priority(Priorities.USER - 1_000)
final class Etags implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        answer.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, java.util.List.of("private, no-cache"));
        Object entity = answer.getEntity();
        if (entity == null || entity instanceof byte[] || entity instanceof CharSequence
                || !MediaType.APPLICATION_JSON_TYPE.isCompatible(answer.getMediaType())) {
            return;
        }
        byte[] json = Json.bytes(entity);
        answer.setEntity(json);
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!read || answer.getStatus() != 200) {
            return;
        }
        if (answer.getEntityTag() == null) {
            answer.getHeaders().putSingle(HttpHeaders.ETAG, "\"" + Version.of(json) + "\"");
        }
        String tag = answer.getHeaderString(HttpHeaders.ETAG);
        String has = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (has != null && Arrays.stream(has.split(",")).map(String::strip).map(one -> one.replaceFirst("^W/", ""))
                .anyMatch(one -> one.equals("*") || one.equals(tag))) {
            answer.setStatus(304);
            answer.setEntity(null);
        }
    }
}
