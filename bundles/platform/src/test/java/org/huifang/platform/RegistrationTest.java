// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.huifang.api.TenantId;
import org.huifang.api.platform.HookSource;
import org.huifang.api.platform.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistrationTest {
    private static final TenantId HERE = TenantId.DEFAULT;
    @RegisterExtension
    static final ToolAtCampus BOTH = new ToolAtCampus();
    private static final ToolServer tool = BOTH.tool;
    private static final Campus campus = BOTH.campus;

    @Test
    void registering_again_adds_the_deployment_and_updates_the_addresses() {
        Platform first = tool.platforms.all(HERE).getFirst();
        Platform again = tool.platforms.add(HERE, campus.issuer(), "client", "2", URI.create("https://new.example/a"),
                campus.uri("/token"), campus.uri("/jwks"));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.deployments()).containsExactlyInAnyOrder("1", "2");
        assertThat(again.authUrl()).hasToString("https://new.example/a");
        assertThatThrownBy(() -> tool.platforms.add(new TenantId("other"), campus.issuer(), "client", "3",
                campus.uri("/a"), campus.uri("/t"), campus.uri("/j"))).hasMessageContaining("another tenant");
    }

    @Test
    void the_command_registers_and_names_the_argument_that_does_not_do() throws Exception {
        AddPlatform command = new AddPlatform(tool.platforms, tool.here);
        Map<String, List<String>> given = new HashMap<>();
        given.put("issuer", List.of("https://lms.example"));
        given.put("client-id", List.of("abc"));
        given.put("deployment", List.of("1"));
        given.put("auth-url", List.of("https://lms.example/auth"));
        given.put("token-url", List.of("lms.example/token"));
        given.put("jwks-url", List.of("https://lms.example/jwks"));
        assertThatThrownBy(() -> command.run(given, List.of())).hasMessageStartingWith("--token-url: ");
        given.put("token-url", List.of("https://lms.example/token"));
        assertThat(command.run(given, List.of())).contains("http://localhost:8080/lti/launch");
        assertThat(new ListPlatforms(tool.platforms).run(Map.of(), List.of())).contains("https://lms.example", "abc");
        given.remove("issuer");
        assertThatThrownBy(() -> command.run(given, List.of())).hasMessage("--issuer is missing: give it a value");
        given.put("isuer", List.of("x"));
        assertThatThrownBy(() -> command.run(given, List.of())).hasMessageStartingWith("unknown option --isuer");
    }

    @Test
    void a_hook_source_keeps_its_secret_sealed_and_the_former_one_for_a_day() throws Exception {
        String printed = new AddHookSource(tool.hooks, tool.platforms, tool.here)
                .run(Map.of("name", List.of("lms"), "platform", List.of(campus.issuer())), List.of());
        byte[] secret = key(printed.substring(printed.lastIndexOf(' ') + 1));
        HookSource source = tool.hooks.find("lms").orElseThrow();
        assertThat(source.platform()).isEqualTo(tool.platforms.all(HERE).getFirst().id());
        assertThat(source.keys()).containsExactly(secret);
        byte[] sealed = tool.store.ofAll(sql -> sql.list("select sealed from platform.hook_secret", r -> r.getBytes(1)))
                .getFirst();
        assertThat(HexFormat.of().formatHex(sealed)).doesNotContain(HexFormat.of().formatHex(secret))
                .hasSize(2 * (1 + 12 + 32 + 16));

        byte[] next = key(tool.hooks.rotate(HERE, "lms"));
        assertThat(tool.hooks.find("lms").orElseThrow().keys()).containsExactly(next, secret);
        tool.pass(Duration.ofHours(25));
        assertThat(tool.hooks.find("lms").orElseThrow().keys()).containsExactly(next);
        assertThatThrownBy(() -> tool.hooks.add(HERE, "lms", null)).hasMessageContaining("taken");
        assertThatThrownBy(() -> tool.hooks.add(HERE, "L M S", null)).hasMessageContaining("a-z");
        assertThat(tool.hooks.names(new TenantId("other"))).isEmpty();
    }

    @Tag("A20")
    @Test
    void keys_are_sealed_with_a_file_of_the_owner_and_the_wrong_file_is_named() throws Exception {
        var file = tool.data.resolve("keys/seal");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        byte[] sealed = tool.store.ofAll(sql -> sql.list("select sealed from platform.tool_key", r -> r.getBytes(1)))
                .getFirst();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("\"d\"", "RSA");
        String kept = Files.readString(file);
        Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]));
        assertThatThrownBy(tool::restart).hasMessageContaining(file.toString());
        Files.writeString(file, kept);
        tool.restart();
    }

    @Tag("SEC-09")
    @Tag("SEC-10")
    @Tag("A20")
    @Test
    void a_new_key_is_published_at_once_signs_after_a_day_and_replaces_the_old_one_a_day_later() {
        tool.pass(Duration.ofDays(3));
        String old = tool.keys.get().signing().kid();
        String fresh = tool.keys.rotate();
        assertThat(tool.keys.get().signing().kid()).isEqualTo(old);
        assertThat(kids()).containsExactlyInAnyOrder(old, fresh);
        tool.pass(Duration.ofHours(25));
        assertThat(tool.keys.get().signing().kid()).isEqualTo(fresh);
        assertThat(kids()).containsExactlyInAnyOrder(old, fresh);
        tool.pass(Duration.ofHours(24));
        assertThat(kids()).containsExactly(fresh);
        var answer = new Browser(tool).get("/lti/jwks");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=300");
        assertThat(answer.body()).contains(fresh).doesNotContain("\"d\"", "\"p\"");
    }

    private static List<String> kids() {
        return tool.keys.get().published().stream().map(k -> k.kid()).toList();
    }

    private static byte[] key(String written) {
        assertThat(written).startsWith("whsec_");
        return Base64.getDecoder().decode(written.substring(6));
    }
}
