// SPDX-License-Identifier: Apache-2.0
package org.huifang.postgres;

import java.nio.file.Path;

/** A process that keeps a database until it is killed. */
final class Owner {
    private Owner() {
    }

    public static void main(String[] arguments) throws Exception {
        Server server = new Database(Path.of(arguments[0])).start();
        System.out.println("ready " + server.port());
        System.out.flush();
        Thread.currentThread().join();
    }
}
