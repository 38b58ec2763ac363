// SPDX-License-Identifier: Apache-2.0
package org.huifang.launcher;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Talks to the Huifang that runs on the same data folder: by its control socket, and by a signal to stop it. */
final class Client {
    private static final int NOT_RUNNING = 3;

    private final Installation installation;

    Client(Installation installation) {
        this.installation = installation;
    }

    /** Sends the words, prints the answer and gives the exit status. */
    int send(List<String> words) throws Refusal {
        return switch (words.isEmpty() ? "help" : words.getFirst()) {
            case "stop" -> stop();
            case "await" -> await(Long.parseLong(words.get(1)));
            default -> ask(words);
        };
    }

    private int stop() throws Refusal {
        var process = DataLock.holder(installation);
        if (process.isEmpty()) {
            System.out.println("Huifang is not running on " + installation.data() + ".");
            return 0;
        }
        process.get().destroy();
        try {
            process.get().onExit().get(90, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Refusal(1, "process " + process.get().pid() + " has not ended after 90 s");
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new Refusal(1, "interrupted while waiting: " + e.getMessage());
        }
        System.out.println("Huifang has stopped.");
        return 0;
    }

    /** Waits until the process of this id is ready, and prints what it has to say then. */
    private int await(long pid) throws Refusal {
        for (var patience = 0; patience < 1800; patience++) {
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
                return 1;
            }
            if (holds(pid) && Files.exists(installation.data().resolve("run/ready"))) {
                return ask(List.of("status"));
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 1;
            }
        }
        throw new Refusal(1, "Huifang runs but is not ready after three minutes: see " + installation.log());
    }

    private boolean holds(long pid) {
        return DataLock.holder(installation).filter(process -> process.pid() == pid).isPresent();
    }

    private int ask(List<String> words) throws Refusal {
        if (DataLock.holder(installation).isEmpty()) {
            throw new Refusal(NOT_RUNNING, "Huifang is not running on " + installation.data());
        }
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(Files.readString(installation.controlFile()).strip()));
            var out = new DataOutputStream(Channels.newOutputStream(channel));
            out.writeInt(words.size());
            for (var word : words) {
                write(out, absolute(word));
            }
            out.flush();
            var in = new DataInputStream(Channels.newInputStream(channel));
            var status = in.readInt();
            var text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            (status == 0 ? System.out : System.err).println(text.stripTrailing());
            return status;
        } catch (IOException e) {
            throw new Refusal(1, "Huifang runs but does not answer commands yet: " + e.getMessage());
        }
    }

    private static void write(DataOutputStream out, String word) throws IOException {
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** The running process has another working folder: files are named absolutely. */
    private static String absolute(String word) {
        var file = Path.of(word);
        return word.matches("[^-].*[./].*") && Files.isRegularFile(file) ? file.toAbsolutePath().toString() : word;
    }
}
