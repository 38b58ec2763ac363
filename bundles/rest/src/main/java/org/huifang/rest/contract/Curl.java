// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import org.huifang.rest.Op;

/** An operation as a line to copy into a shell; the key is in {@code $HUIFANG_KEY}, so that no history keeps it. */
final class Curl {
    private Curl() {
    }

    /** One line, or one for each kind of body, by its label. */
    static Map<String, String> of(Operation operation, String address) {
        Op op = operation.op();
        Map<String, String> lines = new LinkedHashMap<>();
        if (operation.body().isEmpty()) {
            lines.put("curl", begun(operation, address).toString());
            return lines;
        }
        int file = 0;
        for (String media : operation.consumes()) {
            String body = op == null
                    ? "''"
                    : Operation.isFile(media) ? "@" + op.files()[file++] : quoted(op.body());
            lines.put(lines.isEmpty() ? "curl" : "curl, " + media, begun(operation, address)
                    .append(" \\\n  -H 'Content-Type: ").append(media).append("' \\\n  --data-binary ").append(body)
                    .toString());
        }
        return lines;
    }

    private static StringBuilder begun(Operation operation, String address) {
        var line = new StringBuilder("curl -sS");
        if (!operation.verb().equals("GET")) {
            line.append(" -X ").append(operation.verb());
        }
        line.append(" '").append(address.replaceAll("/$", "")).append(filled(operation.path())).append("' \\\n")
                .append("  -H \"Authorization: Bearer $HUIFANG_KEY\"");
        if (operation.verb().equals("POST")) {
            line.append(" \\\n  -H \"Idempotency-Key: $(uuidgen)\"");
        }
        Op op = operation.op();
        if (op != null && op.conditional()) {
            line.append(" \\\n  -H 'If-None-Match: *'");
        }
        return line;
    }

    private static String filled(String path) {
        return path.replace("{field}", "phone").replace("{tag}", "vip").replaceAll("\\{[^}]+}", Examples.ID);
    }

    private static String quoted(String body) {
        String shell = "'" + body.strip().replace("'", "'\\''") + "'";
        return body.endsWith("\n") && !body.startsWith("{")
                ? "$" + shell.replace("\n", "\\n").replaceAll("'$", "\\\\n'")
                : shell;
    }
}
