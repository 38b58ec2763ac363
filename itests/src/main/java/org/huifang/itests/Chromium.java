// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real Chromium: the one that is installed, or Debian's, installed by apt when root. */
public final class Chromium implements AutoCloseable {
    /** Views follow by push, and a machine that builds at the same time is slow; what is there is seen at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Playwright playwright = Playwright
            .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    /** @param flags beside those that keep it quiet, as {@code --test-third-party-cookie-phaseout} */
    public Chromium(String... flags) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        var args = new ArrayList<>(List.of("--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync"));
        if ("root".equals(System.getProperty("user.name"))) {
            args.add("--no-sandbox");
        }
        args.addAll(List.of(flags));
        browser = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(args));
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static synchronized Path executable() {
        return installed().or(() -> {
            if ("root".equals(System.getProperty("user.name"))) {
                run("apt-get", "update", "-qq");
                run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk");
            }
            return installed();
        }).orElseThrow(() -> new IllegalStateException(
                "These tests need Chromium and found none: apt-get install chromium fonts-noto-cjk"));
    }

    private static java.util.Optional<Path> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").map(Path::of)
                .filter(Files::isExecutable).findFirst();
    }

    private static void run(String... command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            builder.start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + command[0], e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
