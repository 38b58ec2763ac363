// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.hooks;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Receipt;
import org.huifang.api.platform.HookSource;
import org.huifang.api.platform.HookSources;
import org.jspecify.annotations.Nullable;

/** What reaches the archive, and the sources that may send. The archive itself is tested where it is. */
final class Recorded {
    static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    static final byte[] OLD_KEY = "fedcba9876543210fedcba9876543210"
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    static final byte[] TOKEN = "hft_a-token-that-never-changes"
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    static final UUID PLATFORM = new UUID(7, 7);

    final List<Delivery> deliveries = new ArrayList<>();
    boolean away;

    LearnerArchive archive() {
        return (LearnerArchive) Proxy.newProxyInstance(LearnerArchive.class.getClassLoader(),
                new Class<?>[]{LearnerArchive.class}, (self, method, arguments) -> {
                    if (away) {
                        throw new ArchiveUnavailable("jdbc:postgresql://10.0.0.7 refused", new IllegalStateException());
                    }
                    deliveries.add((Delivery) arguments[0]);
                    return new Receipt.Recorded(Map.of(), Map.of());
                });
    }

    static HookSources sources() {
        return new HookSources() {
            @Override
            public Optional<HookSource> find(String name) {
                return switch (name) {
                    case "demo" ->
                        Optional.of(new HookSource(new TenantId("school"), "demo", PLATFORM, List.of(KEY, OLD_KEY)));
                    case "alone" -> Optional.of(new HookSource(TenantId.DEFAULT, "alone", null, List.of(KEY)));
                    case "plugin" ->
                        Optional.of(new HookSource(new TenantId("school"), "plugin", PLATFORM, List.of(TOKEN),
                                HookSource.Kind.TOKEN));
                    default -> Optional.empty();
                };
            }

            @Override
            public List<String> names(TenantId tenant) {
                throw new AssertionError();
            }

            @Override
            public String add(TenantId tenant, String name, @Nullable UUID platform) {
                throw new AssertionError();
            }

            @Override
            public String rotate(TenantId tenant, String name) {
                throw new AssertionError();
            }
        };
    }
}
