// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.storage;

import java.util.Map;
import org.huifang.lti.ToolSite;
import org.jspecify.annotations.Nullable;

/**
 * The value as it comes back. A cookie cannot be set for a stranger's browser, but a form field can: so the value counts
 * only in a post that one of the tool's own pages made. Without that, somebody could sign a victim in as themselves.
 */
public final class StorageAnswer {
    /** The form's field. */
    public static final String FIELD = "lti_storage_value";

    private StorageAnswer() {
    }

    /**
     * The browser's secret of a post that {@link StoragePages#ask} made.
     *
     * @param form the posted parameters
     * @param site the tool's own addresses
     * @param secFetchSite the header Sec-Fetch-Site; null when not sent
     * @param origin the header Origin; null when not sent
     * @return what to hand to the verifier; null when there is none, or another site sent it
     */
    public static @Nullable String secret(Map<String, String> form, ToolSite site, @Nullable String secFetchSite,
            @Nullable String origin) {
        String value = form.get(FIELD);
        boolean own = secFetchSite == null
                ? StorageExchange.origin(site.base()).equals(origin)
                : secFetchSite.equals("same-origin");
        return own && value != null && !value.isBlank() ? value : null;
    }
}
