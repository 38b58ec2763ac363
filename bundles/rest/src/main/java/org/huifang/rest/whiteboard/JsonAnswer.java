// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.huifang.rest.Json;
import org.huifang.rest.Problem;

/** Writes records as JSON. */
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
final class JsonAnswer implements MessageBodyWriter<Object> {
    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return !CharSequence.class.isAssignableFrom(type) && !type.isArray();
    }

    @Override
    public void writeTo(Object value, Class<?> type, Type generic, Annotation[] annotations, MediaType media,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        out.write(Json.bytes(value));
    }
}
