// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinContext;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationConfiguration;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Receipt;
import org.huifang.archive.RealArchive;
import org.huifang.persistence.testing.TestDatabase;
import org.huifang.ui.Viewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A colleague who looks at files of a real archive: an extension of a test class, in a static field. */
public final class Looking implements BeforeEachCallback, AfterAllCallback {
    public static final TenantId SCHOOL = TenantId.DEFAULT;
    public static final Instant MARCH = Instant.parse("2026-03-01T08:00:00Z");
    public static final Instant NOVEMBER = Instant.parse("2026-11-01T08:00:00Z");

    private final AtomicLong seconds = new AtomicLong();
    private final TestDatabase database = TestDatabase.start();
    public final RealArchive real = new RealArchive(database);
    public final InstantSource clock = () -> NOVEMBER.plusSeconds(seconds.getAndIncrement());
    final Desk desk = new Desk(real.archive(), real.keeping(), null, clock);
    /** Vaadin remembers both only as long as somebody else does. */
    private final UI page = new UI();
    private final Keys texts = new Keys();

    /** Each test may have a thread of its own. */
    @Override
    public void beforeEach(ExtensionContext test) {
        ComponentUtil.setData(page, Viewer.class,
                new Viewer(SCHOOL, UUID.randomUUID(), null, "Li", Set.of(), null));
        UI.setCurrent(page);
        VaadinService.setCurrent(texts);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        UI.setCurrent(null);
        VaadinService.setCurrent(null);
        real.close();
        database.close();
    }

    /** Who typed a number on their own page in March. */
    public UUID learner(String name) {
        var key = new PersonKey("import:1", name);
        var receipt = record("import:1", new Fact.PersonDescribed(key, null, Map.of("name", name), Confidence.REPORTED,
                "import:1", MARCH));
        var learner = ((Receipt.Recorded) receipt).people().get(key);
        record("learner", new Fact.ValueSaid(learner, "phone", "13800001111", Confidence.STATED, "learner:" + learner,
                MARCH));
        return learner;
    }

    public Receipt record(String source, Fact fact) {
        return real.archive().record(new Delivery(SCHOOL, source, UUID.randomUUID().toString(), List.of(fact)));
    }

    public LearnerFile file(UUID learner) {
        return real.archive().file(SCHOOL, learner).orElseThrow();
    }

    public String phone(UUID learner) {
        return file(learner).value("phone").map(FieldValue::value).orElse("");
    }

    /** All facts of a kind, newest first. */
    public <T extends Fact> List<T> facts(UUID learner, Class<T> kind) {
        return real.archive().timeline(SCHOOL, learner, null, 50).items().stream().map(entry -> entry.fact())
                .filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Everything of a kind below a component. */
    public static <T> Stream<T> below(Component root, Class<T> kind) {
        return Stream.concat(kind.isInstance(root) ? Stream.of(kind.cast(root)) : Stream.empty(),
                root.getChildren().flatMap(child -> below(child, kind)));
    }

    /** @param key of its text, for there are no translations in tests */
    public static Button button(Component root, String key) {
        return below(root, Button.class).filter(button -> button.getText().contains(key)).findFirst().orElseThrow();
    }

    private static <T> T production(Class<T> configuration) {
        return configuration.cast(Proxy.newProxyInstance(configuration.getClassLoader(),
                new Class<?>[]{configuration}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "isProductionMode" -> true;
                    case "getUrlSafeSchemes" -> Set.of("https");
                    default -> method.getReturnType() == boolean.class ? false : null;
                }));
    }

    /** Knows nothing of a server but that pages are made as in production. */
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

    /** Answers each text with its key and what is put into it. */
    private static final class Keys extends VaadinServletService {
        private static final long serialVersionUID = 1L;

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
                            return key + List.of(params);
                        }
                    };
                }
            };
        }
    }
}
