// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The far end: answers as Moodle's REST protocol does, failures in JSON with status 200. */
final class MoodleServer implements AutoCloseable {
    static final String TOKEN = "3f9d8c7b6a5e4f3d2c1b0a9f8e7d6c5b";

    /** What came. */
    record Got(String uri, Map<String, String> headers, Map<String, String> form) {
        String function() {
            return form.getOrDefault("wsfunction", "");
        }
    }

    final List<Got> got = new CopyOnWriteArrayList<>();
    final Map<String, Function<Map<String, String>, String>> functions = new ConcurrentHashMap<>();
    volatile int status = 200;
    volatile String retryAfter = "";
    private final HttpServer server;

    MoodleServer() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        functions.put("core_webservice_get_site_info", form -> "{\"functions\":["
                + String.join(",", functions.keySet().stream().map(name -> "{\"name\":\"" + name + "\"}").toList())
                + "]}");
        functions.put("core_user_get_users_by_field", MoodleServer::people);
        functions.put("core_course_get_courses_by_field",
                form -> "{\"courses\":[{\"id\":" + form.get("value") + ",\"fullname\":\"Chinese " + form.get("value")
                        + "\",\"startdate\":1772294400,\"enddate\":0}],\"warnings\":[]}");
        functions.put("core_course_get_course_module",
                form -> "{\"cm\":{\"id\":" + form.get("cmid") + ",\"name\":\"Lesson " + form.get("cmid") + "\"}}");
        functions.put("core_completion_get_activities_completion_status", form -> """
                {"statuses":[{"cmid":11,"state":1,"timecompleted":1772500000,"tracking":1},
                 {"cmid":12,"state":2,"timecompleted":1772600000,"tracking":2},
                 {"cmid":13,"state":0,"timecompleted":0,"tracking":1},
                 {"cmid":14,"state":3,"timecompleted":1772500000,"tracking":2},
                 {"cmid":15,"state":1,"timecompleted":1772500000,"tracking":0}],"warnings":[]}""");
        functions.put("gradereport_user_get_grade_items", form -> """
                {"usergrades":[{"gradeitems":[
                 {"id":70,"itemname":null,"itemtype":"course","itemmodule":null,"graderaw":9,"grademin":0,"grademax":10},
                 {"id":71,"itemname":"HSK 1","itemtype":"mod","itemmodule":"quiz","graderaw":7.5,"grademin":0,
                  "grademax":10}]}],"warnings":[]}""");
    }

    private static String people(Map<String, String> form) {
        return "[" + String.join(",", form.entrySet().stream().filter(one -> one.getKey().startsWith("values["))
                .map(one -> "{\"id\":" + one.getValue() + ",\"fullname\":\"Person " + one.getValue()
                        + "\",\"email\":\"p" + one.getValue()
                        + "@example.org\",\"lang\":\"zh_cn\",\"timezone\":\"99\"}")
                .toList()) + "]";
    }

    static String failure(String code) {
        return "{\"exception\":\"moodle_exception\",\"errorcode\":\"" + code + "\",\"message\":\"Something\"}";
    }

    WebService.Door door() {
        return new WebService.Door(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webservice/rest/server.php"),
                TOKEN);
    }

    List<String> asked() {
        return got.stream().map(Got::function).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = new TreeMap<>();
        for (String field : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&")) {
            String[] parts = field.split("=", 2);
            form.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.toString()));
        Got now = new Got(exchange.getRequestURI().toString(), headers, form);
        got.add(now);
        String text = TOKEN.equals(form.get("wstoken"))
                ? functions.getOrDefault(now.function(), any -> failure("accessexception")).apply(form)
                : failure("invalidtoken");
        byte[] body = (status == 200 ? text : "<html>gone</html>").getBytes(StandardCharsets.UTF_8);
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
