// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huifang.api.CommandRefused;
import org.huifang.api.TenantId;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Role;
import org.huifang.api.identity.SignIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    private static final TenantId HERE = TenantId.DEFAULT;
    private static final String PASSWORD = "lantern under snow";
    private static Desk desk;
    private Account agent = new Account(HERE, new java.util.UUID(0, 0), "", "", Set.of(), false);

    @BeforeAll
    static void open() {
        desk = new Desk();
    }

    @BeforeEach
    void employ() throws Exception {
        desk.database.execute("truncate identity.account, identity.attempt");
        agent = desk.accounts.create(HERE, "li.na", "李娜", PASSWORD, Set.of(Role.AGENT));
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void wrong_password_unknown_name_and_disabled_account_look_alike() throws Exception {
        assertThat(desk.accounts.signIn(HERE, "li.na", "lantern under rain")).isEqualTo(new SignIn.Denied());
        assertThat(desk.accounts.signIn(HERE, "nobody", PASSWORD)).isEqualTo(new SignIn.Denied());
        assertThat(desk.accounts.signIn(HERE, "\0", PASSWORD)).isEqualTo(new SignIn.Denied());
        assertThat(desk.accounts.signIn(new TenantId("other"), "li.na", PASSWORD)).isEqualTo(new SignIn.Denied());
        desk.accounts.change(HERE, boss().id(), Set.of(Role.ADMIN), false);
        desk.accounts.change(HERE, agent.id(), Set.of(Role.AGENT), true);
        assertThat(desk.accounts.signIn(HERE, "li.na", PASSWORD)).isEqualTo(new SignIn.Denied());
    }

    @Test
    void after_five_failures_the_waits_grow_and_even_the_right_password_waits() {
        for (int i = 0; i < 5; i++) {
            assertThat(desk.accounts.signIn(HERE, "li.na", "wrong wrong wrong")).isEqualTo(new SignIn.Denied());
        }
        assertThat(desk.accounts.signIn(HERE, "Li.Na", PASSWORD))
                .isEqualTo(new SignIn.Throttled(Duration.ofSeconds(30)));
        desk.pass(Duration.ofSeconds(31));
        assertThat(desk.accounts.signIn(HERE, "li.na", "wrong wrong wrong")).isEqualTo(new SignIn.Denied());
        assertThat(desk.accounts.signIn(HERE, "li.na", PASSWORD))
                .isEqualTo(new SignIn.Throttled(Duration.ofSeconds(60)));
        desk.pass(Duration.ofSeconds(61));
        assertThat(desk.accounts.signIn(HERE, "li.na", PASSWORD)).isEqualTo(new SignIn.Granted(agent));
        assertThat(desk.accounts.signIn(HERE, "li.na", "wrong wrong wrong")).isEqualTo(new SignIn.Denied());
    }

    @Test
    void names_that_do_not_exist_are_throttled_too_and_forgotten_after_a_day() throws Exception {
        for (int i = 0; i < 5; i++) {
            desk.accounts.signIn(HERE, "ghost", "wrong wrong wrong");
        }
        assertThat(desk.accounts.signIn(HERE, "ghost", "x")).isInstanceOf(SignIn.Throttled.class);
        desk.pass(Duration.ofHours(25));
        new ForgetOldAttempts(new Throttle(desk.store, desk.clock)).run();
        List<Long> left = desk.store.unit().readAll(
                s -> s.createNativeQuery("select count(*) from identity.attempt", Long.class).getResultList());
        assertThat(left).containsExactly(0L);
    }

    @Test
    void thirty_guesses_at_once_are_counted_before_they_are_tried() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<SignIn> guess = () -> desk.accounts.signIn(HERE, "li.na", "wrong wrong wrong");
            long tried = 0;
            for (var result : threads.invokeAll(java.util.Collections.nCopies(30, guess))) {
                tried += result.get() instanceof SignIn.Denied ? 1 : 0;
            }
            assertThat(tried).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "password123", "Password2026!", "aaaaaaaaaaaa", "QWERTYUIOP", "li.lei1234"})
    void passwords_that_everybody_tries_first_are_refused(String password) {
        assertThatThrownBy(() -> desk.accounts.create(HERE, "li.lei", "", password, Set.of(Role.AGENT)))
                .hasMessage("PASSWORD_COMMON");
    }

    @Test
    void names_are_one_per_tenant_whatever_their_case_and_width() throws Exception {
        assertThatThrownBy(() -> desk.accounts.create(HERE, "ＬＩ.NA ", "", PASSWORD, Set.of(Role.AGENT)))
                .hasMessage("NAME_TAKEN");
        assertThatThrownBy(() -> desk.accounts.create(HERE, "  ", "", PASSWORD, Set.of(Role.AGENT)))
                .hasMessage("NAME_EMPTY");
        assertThatThrownBy(() -> desk.accounts.create(HERE, "wang", "", "九个字的密码太短了", Set.of(Role.AGENT)))
                .hasMessage("PASSWORD_SHORT");
        assertThat(desk.accounts.create(new TenantId("other"), "li.na", "", PASSWORD, Set.of()).name())
                .isEqualTo("li.na");
    }

    @Test
    void the_last_admin_stays_one() throws Exception {
        Account boss = boss();
        assertThatThrownBy(() -> desk.accounts.change(HERE, boss.id(), Set.of(Role.AGENT), false))
                .hasMessage("LAST_ADMIN");
        assertThatThrownBy(() -> desk.accounts.change(HERE, boss.id(), Set.of(Role.ADMIN), true))
                .hasMessage("LAST_ADMIN");
        assertThat(desk.accounts.find(HERE, boss.id()).orElseThrow()).isEqualTo(boss);
    }

    @Test
    void the_command_prints_a_password_that_works_and_names_what_is_wrong() throws Exception {
        String printed = new AddAccount(desk.accounts).run(Map.of("name", List.of("ma"), "role", List.of("agent")),
                List.of());
        String password = printed.substring(printed.lastIndexOf(' ') + 1);
        assertThat(desk.accounts.signIn(HERE, "ma", password)).isInstanceOf(SignIn.Granted.class);
        assertThat(new ListAccounts(desk.accounts).run(Map.of(), List.of())).contains("ma\tma\tagent");
        assertThatThrownBy(() -> new AddAccount(desk.accounts).run(Map.of("name", List.of("x")), List.of()))
                .isInstanceOf(CommandRefused.class).hasMessageContaining("--role");
        assertThatThrownBy(() -> new AddAccount(desk.accounts)
                .run(Map.of("name", List.of("ma"), "role", List.of("agent")), List.of()))
                .hasMessage("--name ma is taken: choose another");
    }

    private Account boss() throws Exception {
        return desk.accounts.create(HERE, "boss", "Boss", PASSWORD, Set.of(Role.ADMIN));
    }
}
