// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.huifang.lti.LoginState;
import org.huifang.lti.LoginStates;
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
    public void issue(LoginState l) {
        store.unit().sqlAll(c -> Sql.update(c, """
                insert into platform.login
                (state, tenant, nonce, browser, registration, deployment, target, hint, storage, issued, expires, consumed)
                values (?, '*', ?, ?, ?, ?, ?, ?, ?, ?, ?, false)""", l.state(), l.nonce(), l.browserHash(),
                l.registrationId(), l.deploymentId(), l.targetLinkUri(), l.messageHint(), l.storageTarget(),
                l.issuedAt(), l.expiresAt()));
    }

    @Override
    public Optional<LoginState> find(String state) {
        return store.unit()
                .sqlAll(c -> Sql.one(c, LoginRows::read, "select * from platform.login where state = ?", state));
    }

    @Override
    public boolean consume(LoginState login) {
        return store.unit().sqlAll(c -> Sql.update(c,
                "update platform.login set consumed = true where state = ? and not consumed", login.state())) == 1;
    }

    private static LoginState read(ResultSet r) throws SQLException {
        return new LoginState(r.getString("state"), r.getString("nonce"), r.getString("browser"),
                r.getString("registration"), r.getString("deployment"), r.getString("target"), r.getString("hint"),
                r.getString("storage"), Sql.present(r, "issued"), Sql.present(r, "expires"));
    }
}
