// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.egress;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One HTTP/1.1 exchange on a fresh connection (RFC 9112), with every length bounded. */
record HttpExchange(EgressRequest request) {
    private static final int LONGEST_LINE = 16_384;
    private static final int MOST_HEADERS = 200;

    EgressResponse on(Socket socket) throws IOException {
        write(socket.getOutputStream());
        InputStream in = new BufferedInputStream(socket.getInputStream(), 8192);
        int status;
        Map<String, List<String>> headers;
        do {
            status = status(line(in));
            headers = headers(in);
        } while (status >= 100 && status < 200);
        return new EgressResponse(status, headers, status == 204 || status == 304 ? new byte[0] : body(in, headers));
    }

    private void write(OutputStream out) throws IOException {
        URI uri = request.uri();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        StringBuilder head = new StringBuilder(request.method()).append(' ').append(path);
        if (uri.getRawQuery() != null) {
            head.append('?').append(uri.getRawQuery());
        }
        head.append(" HTTP/1.1\r\nHost: ").append(uri.getRawAuthority()).append("\r\nConnection: close\r\n");
        request.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (request.body().length > 0 || !request.method().equals("GET")) {
            head.append("Content-Length: ").append(request.body().length).append("\r\n");
        }
        byte[] bytes = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[bytes.length + request.body().length];
        System.arraycopy(bytes, 0, whole, 0, bytes.length);
        System.arraycopy(request.body(), 0, whole, bytes.length, request.body().length);
        out.write(whole);
        out.flush();
    }

    private static int status(String line) throws EgressException {
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            throw EgressException.failed("the answer is not HTTP", null);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        int count = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (++count > MOST_HEADERS || colon <= 0) {
                throw EgressException.failed("the answer's headers are not readable", null);
            }
            headers.computeIfAbsent(line.substring(0, colon).trim().toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                    .add(line.substring(colon + 1).trim());
        }
        return headers;
    }

    private byte[] body(InputStream in, Map<String, List<String>> headers) throws IOException {
        String coding = headers.getOrDefault("transfer-encoding", List.of("identity")).getLast();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (coding.equalsIgnoreCase("chunked")) {
            for (int size = size(line(in).split(";", 2)[0].trim(), 16); size > 0; size = size(
                    line(in).split(";", 2)[0].trim(), 16)) {
                copy(in, body, size);
                line(in);
            }
        } else if (headers.containsKey("content-length")) {
            copy(in, body, size(headers.getOrDefault("content-length", List.of("")).getFirst(), 10));
        } else {
            for (byte[] bytes = in.readNBytes(8192); bytes.length > 0; bytes = in.readNBytes(8192)) {
                size(Integer.toString(body.size() + bytes.length), 10);
                body.writeBytes(bytes);
            }
        }
        return body.toByteArray();
    }

    private void copy(InputStream in, ByteArrayOutputStream body, int size) throws IOException {
        size(Long.toString((long) body.size() + size), 10);
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw EgressException.failed("the answer breaks off", null);
        }
        body.writeBytes(bytes);
    }

    private int size(String digits, int radix) throws EgressException {
        try {
            long size = Long.parseLong(digits, radix);
            if (size < 0 || size > request.maxBody()) {
                throw EgressException.failed("the answer is longer than " + request.maxBody() + " bytes", null);
            }
            return (int) size;
        } catch (NumberFormatException e) {
            throw EgressException.failed("the answer's length is not readable", e);
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() > LONGEST_LINE) {
                throw EgressException.failed("the answer breaks off or has endless lines", null);
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
