// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.host;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.api.platform.Launch;
import org.huifang.api.platform.Launches;
import org.huifang.ui.Viewer;
import org.huifang.ui.internal.views.Url;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Finds out who looks at a page. The bundles that know accounts and launches may come and go. */
@Component(service = People.class)
public final class People {
    /** Launches that this page has proved to be its own, with the secret of each. */
    private static final class Proved extends HashMap<String, String> {
        private static final long serialVersionUID = 1L;
    }

    /** Who signed in, kept in the session. */
    private record SignedIn(Account account) {}

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Accounts accounts;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Launches launches;

    /** Sign-in is possible only while this is there. */
    public Optional<Accounts> accounts() {
        return Optional.ofNullable(accounts);
    }

    /** Where a launch may be framed. */
    Optional<String> frameOrigin(String launch) {
        var known = launches;
        return known == null ? Optional.empty() : known.frameOrigin(launch);
    }

    /** Who looks at this URL in this page; null for nobody. */
    public @Nullable Viewer viewer(UI ui, Url url) {
        return url.launch() == null ? staff(ui.getSession()) : launched(ui, url.launch());
    }

    /** Keeps who signed in, under a new session id. */
    public void signIn(VaadinSession session, Account account) {
        if (VaadinRequest.getCurrent() instanceof HttpServletRequest request) {
            request.changeSessionId();
            if (!PlainHttp.acceptsSecure(request)
                    && VaadinResponse.getCurrent() instanceof HttpServletResponse response) {
                PlainHttp.relax(response);
            }
        }
        session.setAttribute(SignedIn.class, new SignedIn(account));
    }

    /** Asks again each time: whoever was disabled or lost a role notices with the next click. */
    private @Nullable Viewer staff(VaadinSession session) {
        var signedIn = session.getAttribute(SignedIn.class);
        if (signedIn == null) {
            return null;
        }
        var known = accounts;
        var account = known == null
                ? signedIn.account
                : known.find(signedIn.account.tenant(), signedIn.account.id()).orElse(null);
        if (account == null || account.disabled()) {
            session.setAttribute(SignedIn.class, null);
            return null;
        }
        session.setAttribute(SignedIn.class, new SignedIn(account));
        return new Viewer(account.tenant(), account.id(), null, account.displayName(), account.roles(), null);
    }

    private @Nullable Viewer launched(UI ui, String id) {
        var proved = proved(ui);
        var secret = secret(id).orElse(proved.get(id));
        var known = launches;
        if (secret == null || known == null) {
            return null;
        }
        var launch = known.find(id, secret).orElse(null);
        if (launch == null) {
            proved.remove(id);
            return null;
        }
        proved.put(id, secret);
        return viewer(launch);
    }

    /** The language that the platform told for a launch. */
    public Optional<String> language(UI ui, String id) {
        var secret = secret(id).orElse(proved(ui).get(id));
        var known = launches;
        return secret == null || known == null ? Optional.empty() : known.find(id, secret).map(Launch::locale);
    }

    private static Viewer viewer(Launch launch) {
        return new Viewer(launch.tenant(), null, launch.learner(), launch.displayName(), Set.copyOf(launch.roles()),
                new Viewer.Launched(launch.id(), launch.course(), launch.platform(), launch.frameOrigin(), true));
    }

    private static Proved proved(UI ui) {
        var proved = ComponentUtil.getData(ui, Proved.class);
        if (proved == null) {
            proved = new Proved();
            ComponentUtil.setData(ui, Proved.class, proved);
        }
        return proved;
    }

    private static Optional<String> secret(String id) {
        var request = VaadinRequest.getCurrent();
        var cookies = request == null ? null : request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies).filter(cookie -> cookie.getName().equals("l-" + id)).map(Cookie::getValue)
                        .findFirst();
    }
}
