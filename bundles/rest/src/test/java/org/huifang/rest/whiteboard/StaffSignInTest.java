// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.Role;
import org.huifang.api.identity.SignIn;
import org.huifang.rest.Awaited;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffSignInTest {
    private Account ann = new Account(TenantId.DEFAULT, new UUID(1, 1), "ann", "Ann", Set.of(Role.AGENT), false);
    private final List<String> checked = new ArrayList<>();
    private final Awaited<Accounts> accounts = new Awaited<>();
    private final StaffSignIn signIn = new StaffSignIn(accounts);

    @BeforeEach
    void bind() {
        accounts.bind((Accounts) Proxy.newProxyInstance(Accounts.class.getClassLoader(), new Class<?>[]{Accounts.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "find" -> Optional.of(ann);
                    case "signIn" -> {
                        checked.add(arguments[0] + "/" + arguments[1]);
                        yield "right:one".equals(arguments[2]) ? new SignIn.Granted(ann) : new SignIn.Denied();
                    }
                    default -> throw new AssertionError(method);
                }));
    }

    private static String basic(String plain) {
        return "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_right_password_is_checked_once_a_minute_but_the_account_each_time() {
        assertThat(signIn.signIn(basic("ann:right:one"))).isEqualTo(new SignIn.Granted(ann));
        ann = new Account(ann.tenant(), ann.id(), "ann", "Ann", Set.of(Role.SUPERVISOR), false);
        assertThat(signIn.signIn(basic("ann:right:one"))).isEqualTo(new SignIn.Granted(ann));
        ann = new Account(ann.tenant(), ann.id(), "ann", "Ann", Set.of(Role.SUPERVISOR), true);
        assertThat(signIn.signIn(basic("ann:right:one"))).isInstanceOf(SignIn.Denied.class);
        assertThat(checked).containsExactly("default/ann");
    }

    @Test
    void a_wrong_password_is_checked_each_time() {
        signIn.signIn(basic("ann:wrong"));
        signIn.signIn(basic("ann:wrong"));
        assertThat(checked).hasSize(2);
    }

    @Test
    void the_name_may_say_the_tenant() {
        signIn.signIn(basic("school/ann:right:one"));
        assertThat(checked).containsExactly("school/ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer x", "Basic", "Basic ???", "Basic YW5u", "Basic WC9hbm46eA=="})
    void anything_else_is_denied(String header) {
        assertThat(signIn.signIn(header)).isInstanceOf(SignIn.Denied.class);
        assertThat(checked).isEmpty();
    }
}
