// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.huifang.lti.LoginState;
import org.huifang.lti.LoginStates;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The logins on their way: state and nonce under unique keys, one statement each. */
@Component(service = LoginRows.class)
public final class LoginRows implements LoginStates {
    private final PlatformStore store;

    @Activate
    public LoginRows(@Reference PlatformStore store) {
        this.store = store;
    }

    @Override
    public void issue(LoginState login) {
        issue(login, null);
    }

    /** The same rows, where each new login keeps what the platform called its user, to be begun anew in a window. */
    LoginStates hinting(@Nullable String loginHint) {
        return new LoginStates() {
            @Override
            public void issue(LoginState login) {
                LoginRows.this.issue(login, loginHint);
            }

            @Override
            public Optional<LoginState> find(String state) {
                return LoginRows.this.find(state);
            }

            @Override
            public boolean consume(LoginState login) {
                return LoginRows.this.consume(login);
            }
        };
    }

    @Nullable
    String hint(LoginState login) {
        return store.ofAll(sql -> sql.one("select login_hint from platform.login where state = ?",
                r -> Optional.ofNullable(r.getString(1)), login.state())).flatMap(h -> h).orElse(null);
    }

    private void issue(LoginState l, @Nullable String loginHint) {
        store.ofAll(sql -> sql.update("""
                insert into platform.login (state, tenant, nonce, browser, registration, deployment, target, hint,
                storage, issued, expires, consumed, login_hint)
                values (?, '*', ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?)""", l.state(), l.nonce(), l.browserHash(),
                l.registrationId(), l.deploymentId(), l.targetLinkUri(), l.messageHint(), l.storageTarget(),
                l.issuedAt(), l.expiresAt(), loginHint));
    }

    @Override
    public Optional<LoginState> find(String state) {
        return store.ofAll(sql -> sql.one("select * from platform.login where state = ?", LoginRows::read, state));
    }

    @Override
    public boolean consume(LoginState login) {
        return store
                .ofAll(sql -> sql.update("update platform.login set consumed = true where state = ? and not consumed",
                        login.state())) == 1;
    }

    private static LoginState read(ResultSet r) throws SQLException {
        return new LoginState(r.getString("state"), r.getString("nonce"), r.getString("browser"),
                r.getString("registration"), r.getString("deployment"), r.getString("target"), r.getString("hint"),
                r.getString("storage"), Sql.instant(r, "issued"), Sql.instant(r, "expires"));
    }
}
