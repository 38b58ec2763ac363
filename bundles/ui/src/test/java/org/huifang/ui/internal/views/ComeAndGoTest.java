// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.Router;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.RouteRegistry;
import com.vaadin.flow.server.VaadinSession;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.huifang.api.TenantId;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Role;
import org.huifang.ui.AdminView;
import org.huifang.ui.internal.host.Host;
import org.huifang.ui.internal.host.People;
import org.huifang.ui.internal.live.LiveChanges;
import org.huifang.ui.internal.shell.Slot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;

/** Views come and go while the session of their reader is too busy to let go of them in time. */
class ComeAndGoTest {
    private final Map<ServiceReference<?>, AdminView> services = new ConcurrentHashMap<>();
    private final Contributions views = new Contributions(platform(BundleContext.class,
            arguments -> platform(ServiceObjects.class, none -> services.get(arguments[0]))), new LiveChanges());
    private final People people = new People();
    private final Slot slot = new Slot(new Host(views, null, new LiveChanges(), people));
    private final BusyPage page = new BusyPage();

    /** A page whose session is busy until the test says so. */
    private static final class BusyPage extends UI {
        private static final long serialVersionUID = 1L;
        private final transient BlockingQueue<Command> waiting = new LinkedBlockingQueue<>();
        private final VaadinSession session = new VaadinSession(null) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean hasLock() {
                return false;
            }

            @Override
            public void checkHasLock() {
                // nobody else is in this test
            }

            @Override
            public DeploymentConfiguration getConfiguration() {
                return platform(DeploymentConfiguration.class, inProduction -> true);
            }
        };

        BusyPage() {
            getInternals().setSession(session);
        }

        @Override
        public Future<Void> access(Command command) {
            waiting.add(command);
            return new CompletableFuture<>();
        }

        /** Takes as many turns as were asked for. */
        void turns(int expected) throws InterruptedException {
            var turns = new ArrayList<Command>();
            while (turns.size() < expected) {
                turns.add(Objects.requireNonNull(waiting.poll(20, TimeUnit.SECONDS), "nothing came"));
            }
            turns.forEach(Command::execute);
        }
    }

    /** What a bundle contributes. */
    private static final class Version extends Div implements AdminView {
        private static final long serialVersionUID = 1L;

        Version(String text) {
            super(text);
        }
    }

    @BeforeEach
    void signIn() {
        UI.setCurrent(page);
        people.signIn(page.getSession(),
                new Account(TenantId.DEFAULT, UUID.randomUUID(), "li", "Li", Set.of(Role.ADMIN), false));
        page.add(slot);
    }

    @AfterEach
    void close() {
        UI.setCurrent(null);
    }

    @Test
    void a_view_that_is_back_before_its_former_version_was_let_go_is_shown() throws Exception {
        var former = came(1, "cohorts", "former");
        opens("cohorts");
        assertThat(shown()).isSameAs(services.get(former));
        views.unbind(former);
        var newer = came(2, "cohorts", "newer");
        page.turns(2);
        assertThat(shown()).isSameAs(services.get(newer));
    }

    @Test
    void a_view_that_was_given_up_before_it_was_let_go_is_called_gone() throws Exception {
        var removed = came(1, "cohorts", "removed");
        opens("cohorts");
        views.unbind(removed);
        page.turns(2);
        assertThat(slot.getPageTitle()).contains("ui.gone.title");
    }

    @Test
    void a_view_above_does_not_stand_in_while_one_is_updated() throws Exception {
        came(1, "admin", "above");
        var former = came(2, "admin/bundles", "former");
        opens("admin/bundles");
        views.unbind(former);
        page.turns(1);
        assertThat(shown().getElement().getAttribute("data-huifang")).isEqualTo("updating");
        var newer = came(3, "admin/bundles", "newer");
        page.turns(1);
        assertThat(shown()).isSameAs(services.get(newer));
    }

    private Component shown() {
        return slot.getChildren().findFirst().orElseThrow();
    }

    private void opens(String path) {
        slot.beforeEnter(new BeforeEnterEvent(new Router(platform(RouteRegistry.class, none -> null)),
                NavigationTrigger.UI_NAVIGATE, new Location(path), Slot.class, page, List.of()));
        page.waiting.clear();
    }

    private ServiceReference<AdminView> came(long service, String path, String text) {
        var properties = Map.of("service.id", service, "huifang.view.path", path, "huifang.view.title", path,
                "huifang.view.menu", true);
        @SuppressWarnings("unchecked")
        ServiceReference<AdminView> reference = platform(ServiceReference.class,
                arguments -> arguments == null ? (Object) (int) service : properties.get(arguments[0]));
        services.put(reference, new Version(text));
        views.bind(reference);
        return reference;
    }

    /** A service of the platform with one answer. */
    private static <S> S platform(Class<S> type, Function<Object[], Object> answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "ungetService" -> null;
                    default -> answer.apply(arguments);
                }));
    }
}
