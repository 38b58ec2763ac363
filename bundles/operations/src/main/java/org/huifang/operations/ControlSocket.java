// SPDX-License-Identifier: Apache-2.0
package org.huifang.operations;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where {@code bin/huifang} reaches the running product: a Unix domain socket in a folder that only the own user can
 * enter. Its path stands in {@code data/run/control}, because a socket's path may have 107 bytes and a data folder's
 * more.
 */
@Component(service = ControlSocket.class, immediate = true)
public final class ControlSocket {
    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    private static final int MOST_WORDS = 200;
    private static final int LONGEST_WORD = 100_000;
    private static final int LONGEST_PATH = 100;

    private final Commands commands;
    private final ServerSocketChannel server;
    private final Path socket;

    @Activate
    public ControlSocket(BundleContext context, @Reference Commands commands) throws IOException {
        this.commands = commands;
        var run = Path.of(context.getProperty("huifang.data"), "run");
        this.socket = place(run);
        Files.deleteIfExists(socket);
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Files.setPosixFilePermissions(socket, fromString("rw-------"));
        Files.writeString(run.resolve("control"), socket.toString());
        Thread.ofPlatform().daemon().name("huifang-control").start(this::accept);
    }

    @Deactivate
    void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
    }

    private static Path place(Path run) throws IOException {
        var near = run.resolve("control.sock");
        if (near.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) {
            return near;
        }
        return Files.createTempDirectory("huifang", asFileAttribute(fromString("rwx------"))).resolve("control.sock");
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                var channel = server.accept();
                Thread.ofVirtual().name("huifang-command").start(() -> serve(channel));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.warn("A command could not be accepted", e);
            }
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            var in = new DataInputStream(Channels.newInputStream(channel));
            var words = new ArrayList<String>();
            for (var rest = limited(in.readInt(), MOST_WORDS); rest > 0; rest--) {
                words.add(new String(in.readNBytes(limited(in.readInt(), LONGEST_WORD)), StandardCharsets.UTF_8));
            }
            var answer = commands.run(List.copyOf(words));
            var text = answer.text().getBytes(StandardCharsets.UTF_8);
            var out = new DataOutputStream(Channels.newOutputStream(channel));
            out.writeInt(answer.status());
            out.writeInt(text.length);
            out.write(text);
            out.flush();
        } catch (IOException e) {
            LOG.debug("A command's sender went away", e);
        }
    }

    private static int limited(int value, int most) throws IOException {
        if (value < 0 || value > most) {
            throw new IOException("too long");
        }
        return value;
    }
}
