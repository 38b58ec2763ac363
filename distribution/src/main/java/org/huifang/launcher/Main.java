// SPDX-License-Identifier: Apache-2.0
package org.huifang.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;
import org.osgi.framework.BundleException;

/** Entry of {@code bin/huifang}: runs Huifang in this process, or sends words to the one that runs. */
public final class Main {
    private Main() {
    }

    public static void main(String[] arguments) {
        var home = Path.of(System.getProperty("huifang.home", ".")).toAbsolutePath().normalize();
        try {
            var installation = Installation.from(home, List.of(arguments), System.getenv());
            var words = installation.words();
            if (words.equals(List.of("run"))) {
                run(installation);
                return;
            }
            System.exit(new Client(installation).send(words));
        } catch (Refusal refusal) {
            System.err.println("huifang: " + refusal.getMessage());
            System.exit(refusal.exitStatus());
        }
    }

    private static void run(Installation installation) throws Refusal {
        var lock = DataLock.take(installation);
        portIsFree(installation);
        try {
            Files.createDirectories(installation.log());
            logging(installation);
            var features = new ChosenFeatures(installation);
            var product = new Product(installation, features);
            var stop = Thread.ofPlatform().name("huifang-stop").unstarted(product::stop);
            Runtime.getRuntime().addShutdownHook(stop);
            product.start(installation, features);
            product.await();
        } catch (IOException | BundleException e) {
            throw new Refusal(1, "cannot start: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!lock.held()) {
            throw new Refusal(1, "lost the lock of the data folder");
        }
    }

    private static void logging(Installation installation) {
        // Until the bridge to the one log stands, nothing of java.util.logging is for the terminal.
        LogManager.getLogManager().reset();
        var own = installation.etc().resolve("logback.xml");
        System.setProperty("huifang.log", installation.log().toString());
        System.setProperty("logback.configurationFile",
                (Files.exists(own) ? own : installation.home().resolve("etc/logback.xml")).toString());
    }

    private static void portIsFree(Installation installation) throws Refusal {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(installation.host(), installation.port()));
        } catch (IOException e) {
            throw new Refusal(3, "port " + installation.port() + " is taken (" + e.getMessage()
                    + "): stop what listens there, or choose another with --port");
        }
    }
}
