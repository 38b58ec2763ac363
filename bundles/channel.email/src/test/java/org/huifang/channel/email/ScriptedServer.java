// SPDX-License-Identifier: Apache-2.0
package org.huifang.channel.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks SMTP and answers each command as the test says; a command without an answer gets none. */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, String> answers;
    final AtomicInteger connections = new AtomicInteger();

    ScriptedServer(Map<String, String> answers) throws IOException {
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.answers = answers;
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                connections.incrementAndGet();
                talk(client);
            } catch (IOException over) {
                // the client or the test has gone
                continue;
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        answer(client, "hello");
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (data && !line.equals(".")) {
                continue;
            }
            String command = data ? "." : line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
            data = command.equals("DATA") && answers.getOrDefault("DATA", "").startsWith("354");
            answer(client, command);
            if (command.equals("QUIT")) {
                return;
            }
        }
    }

    private void answer(Socket client, String command) throws IOException {
        String answer = answers.get(command);
        if (answer != null) {
            client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
