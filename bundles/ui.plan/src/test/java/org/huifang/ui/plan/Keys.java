// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationConfiguration;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** As much of a server as components need that are in no browser; says the keys instead of sentences. */
final class Keys extends VaadinServletService {
    private static final long serialVersionUID = 1L;
    private static final VaadinContext NOWHERE = new VaadinContext() {
        private static final long serialVersionUID = 1L;

        @Override
        public <T> @Nullable T getAttribute(Class<T> type, @Nullable Supplier<T> otherwise) {
            return type == ApplicationConfiguration.class
                    ? production(type)
                    : otherwise == null ? null : otherwise.get();
        }

        @Override
        public <T> void setAttribute(Class<T> type, T value) {
            // nothing is kept
        }

        @Override
        public void removeAttribute(Class<?> type) {
            // nothing is kept
        }

        @Override
        public Enumeration<String> getContextParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public @Nullable String getContextParameter(String name) {
            return null;
        }
    };

    @Override
    public DeploymentConfiguration getDeploymentConfiguration() {
        return production(DeploymentConfiguration.class);
    }

    @Override
    public VaadinContext getContext() {
        return NOWHERE;
    }

    @Override
    public Instantiator getInstantiator() {
        return new DefaultInstantiator(this) {
            private static final long serialVersionUID = 1L;

            @Override
            public I18NProvider getI18NProvider() {
                return new I18NProvider() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public List<Locale> getProvidedLocales() {
                        return List.of(Locale.ENGLISH);
                    }

                    @Override
                    public String getTranslation(String key, Locale locale, Object... params) {
                        return key;
                    }
                };
            }
        };
    }

    private static <T> T production(Class<T> configuration) {
        return configuration.cast(Proxy.newProxyInstance(configuration.getClassLoader(),
                new Class<?>[]{configuration}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "isProductionMode" -> true;
                    case "getUrlSafeSchemes" -> Set.of("https");
                    default -> method.getReturnType() == boolean.class ? false : null;
                }));
    }
}
