// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.hooks;

import com.standardwebhooks.Webhook;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends hooks to the servlet, signed by the reference implementation of Standard Webhooks. */
final class Sender {
    /** What came back. */
    record Answer(int status, Map<String, String> headers, String body) {}

    private final Webhook webhook;
    final Map<String, String> headers = new HashMap<>();
    String method = "POST";
    String path = "/demo";
    long length = -2;

    Sender(byte[] key) {
        webhook = new Webhook(key);
        headers.put("Content-Type", "application/json");
    }

    static Sender unsigned() {
        return new Sender(new byte[32]);
    }

    Sender sign(String id, Instant at, String body) throws Exception {
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
        headers.put("webhook-signature", webhook.sign(id, at.getEpochSecond(), body));
        return this;
    }

    Answer send(HooksServlet servlet, String body) throws Exception {
        return send(servlet, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                length == -2 ? body.getBytes(StandardCharsets.UTF_8).length : length);
    }

    Answer send(HooksServlet servlet, InputStream body, long declared) throws Exception {
        var status = new int[]{200};
        var answered = new HashMap<String, String>();
        var out = new ByteArrayOutputStream();
        HttpServletRequest request = proxy(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "getMethod" -> method;
            case "getPathInfo" -> path;
            case "getContentType" -> headers.get("Content-Type");
            case "getContentLengthLong" -> declared;
            case "getHeader" -> headers.get(String.valueOf(arguments[0]));
            case "getInputStream" -> input(body);
            default -> throw new AssertionError(name);
        });
        HttpServletResponse response = proxy(HttpServletResponse.class, (name, arguments) -> switch (name) {
            case "setStatus" -> status[0] = (int) arguments[0];
            case "setHeader" -> answered.put(String.valueOf(arguments[0]), String.valueOf(arguments[1]));
            case "setContentType" -> answered.put("Content-Type", String.valueOf(arguments[0]));
            case "getOutputStream" -> output(out);
            default -> throw new AssertionError(name);
        });
        servlet.service(request, response);
        return new Answer(status[0], answered, out.toString(StandardCharsets.UTF_8));
    }

    private interface Calls {
        @Nullable
        Object call(String name, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type
                .cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (self, call, arguments) -> {
                    Object result = calls.call(call.getName(), arguments);
                    return call.getReturnType() == void.class ? null : result;
                }));
    }

    private static ServletInputStream input(InputStream body) {
        return new ServletInputStream() {
            @Override
            public int read() throws IOException {
                return body.read();
            }

            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new AssertionError("not asynchronous");
            }
        };
    }

    private static ServletOutputStream output(ByteArrayOutputStream out) {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                out.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new AssertionError("not asynchronous");
            }
        };
    }
}
