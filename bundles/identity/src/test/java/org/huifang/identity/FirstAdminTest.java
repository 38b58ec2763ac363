// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huifang.api.TenantId;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.InvalidAccount;
import org.huifang.api.identity.InvalidAccount.Reason;
import org.huifang.api.identity.Role;
import org.huifang.api.identity.SignIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstAdminTest {
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = new Desk();
    }

    @BeforeEach
    void first_start() throws Exception {
        desk.database.execute("truncate identity.account, identity.first_link");
        desk.restart();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void the_link_creates_one_admin_who_can_sign_in_and_is_then_used_up() throws Exception {
        String token = desk.token();
        assertThat(desk.link.text()).contains("http://localhost:8080/first/" + token);
        assertThat(desk.accounts.isFirstAdminToken(token)).isTrue();

        Account admin = desk.accounts.createFirstAdmin(token, " Zhou ", "周敏", "lantern under snow");

        assertThat(admin.name()).isEqualTo("zhou");
        assertThat(admin.roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.SUPERVISOR, Role.AGENT);
        assertThat(desk.accounts.signIn(TenantId.DEFAULT, "ZHOU", "lantern under snow"))
                .isEqualTo(new SignIn.Granted(admin));
        assertThat(desk.accounts.isFirstAdminToken(token)).isFalse();
        assertThat(desk.link.text()).isEmpty();
        assertThat(desk.linkFile()).doesNotExist();
        assertThatThrownBy(() -> desk.accounts.createFirstAdmin(token, "second", "", "lantern under snow"))
                .isInstanceOf(InvalidAccount.class).hasMessage("LINK_USED");
    }

    @Test
    void a_restart_before_use_replaces_the_link_and_one_after_use_makes_none() throws Exception {
        String old = desk.token();
        desk.restart();
        String fresh = desk.token();

        assertThat(fresh).isNotEqualTo(old);
        assertThat(desk.accounts.isFirstAdminToken(old)).isFalse();
        assertThat(desk.accounts.isFirstAdminToken(fresh)).isTrue();
        desk.accounts.createFirstAdmin(fresh, "zhou", "", "lantern under snow");
        desk.restart();
        assertThat(desk.link.text()).isEmpty();
        assertThat(desk.linkFile()).doesNotExist();
    }

    @Test
    void the_file_holds_the_link_for_its_owner_only_and_the_database_its_hash_only() throws Exception {
        assertThat(Files.readString(desk.linkFile())).contains(desk.token());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(desk.linkFile())))
                .isEqualTo("rw-------");
        List<byte[]> kept = desk.store.unit().read(TenantId.DEFAULT,
                s -> s.createNativeQuery("select hash from identity.first_link", byte[].class).getResultList());
        assertThat(kept).hasSize(1);
        assertThat(new String(kept.getFirst(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(desk.token()).hasSize(32);
    }

    @Test
    void of_ten_who_use_the_link_at_once_one_wins() throws Exception {
        String token = desk.token();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> tries = java.util.stream.IntStream.range(0, 10)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try {
                            desk.accounts.createFirstAdmin(token, "admin" + i, "", "lantern under snow");
                            return true;
                        } catch (InvalidAccount e) {
                            assertThat(e.reason()).isEqualTo(Reason.LINK_USED);
                            return false;
                        }
                    }).toList();
            long won = 0;
            for (var result : threads.invokeAll(tries)) {
                won += result.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(desk.accounts.all(TenantId.DEFAULT)).hasSize(1);
    }

    @Test
    void a_refused_password_does_not_use_the_link_up() {
        assertThatThrownBy(() -> desk.accounts.createFirstAdmin(desk.token(), "zhou", "", "short"))
                .hasMessage("PASSWORD_SHORT");
        assertThat(desk.accounts.isFirstAdminToken(desk.token())).isTrue();
    }

    @Test
    void an_admin_added_by_command_ends_the_link() throws Exception {
        String token = desk.token();
        desk.accounts.create(TenantId.DEFAULT, "ops", "", "lantern under snow", java.util.Set.of(Role.ADMIN));
        assertThat(desk.accounts.isFirstAdminToken(token)).isFalse();
    }
}
