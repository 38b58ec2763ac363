// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.texts;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huifang.ui.MessageFiles;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages of all bundles that were started. Keeps texts only, never a bundle or its class loader, so that a removed bundle can go.
 */
@Component(service = Texts.class)
public final class Texts implements I18NProvider, BundleTrackerCustomizer<Long> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);

    private final transient Map<Long, Map<Locale, Map<String, String>>> byBundle = new ConcurrentHashMap<>();
    private final transient BundleTracker<Long> tracker;

    @Activate
    public Texts(BundleContext context) {
        tracker = new BundleTracker<>(context, ~Bundle.UNINSTALLED, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return MessageFiles.LOCALES;
    }

    @Override
    public String getTranslation(String key, @Nullable Locale locale, Object... arguments) {
        var language = locale == null ? MessageFiles.LOCALES.getFirst() : locale;
        for (var texts : byBundle.values()) {
            var found = texts.getOrDefault(language, Map.of()).get(key);
            if (found != null) {
                return arguments.length == 0 ? found : new MessageFormat(found, language).format(arguments);
            }
        }
        return key;
    }

    @Override
    public Long addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        if ((bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE)) != 0) {
            read(bundle);
        }
        return bundle.getBundleId();
    }

    private void read(Bundle bundle) {
        var texts = new HashMap<Locale, Map<String, String>>();
        for (var locale : MessageFiles.LOCALES) {
            var url = bundle.getEntry(MessageFiles.path(locale));
            if (url != null) {
                try {
                    texts.put(locale, MessageFiles.read(url));
                } catch (IOException e) {
                    LOG.warn("The messages of {} cannot be read in {}", bundle, locale, e);
                }
            }
        }
        if (texts.isEmpty()) {
            byBundle.remove(bundle.getBundleId());
        } else {
            byBundle.put(bundle.getBundleId(), texts);
        }
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Long id) {
        // a stopped bundle keeps its texts: its menu item stays for the seconds of an update
        if (event.getType() == BundleEvent.STARTING) {
            read(bundle);
        }
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Long id) {
        byBundle.remove(id);
    }
}
