// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huifang.lti.json.Json;

/**
 * The tool's keys at one moment: one signs, all are published. To rotate, publish the new key beside the old one, wait
 * until platforms have read the set (a day is usual), make it the signing one, and drop the old one a day later.
 */
public final class ToolKeys {
    private final ToolKey signing;
    private final List<ToolKey> published;
    private final String jwks;

    private ToolKeys(ToolKey signing, List<ToolKey> published) {
        this.signing = signing;
        this.published = List.copyOf(published);
        this.jwks = Json.write(Map.of("keys", published.stream().map(ToolKey::publicJwk).toList()));
    }

    /**
     * Keys of which the first signs.
     *
     * @param signing the key that signs
     * @param alsoPublished keys to come and keys just retired
     * @return the set
     */
    public static ToolKeys of(ToolKey signing, ToolKey... alsoPublished) {
        List<ToolKey> all = new ArrayList<>();
        all.add(signing);
        for (ToolKey key : alsoPublished) {
            if (all.stream().noneMatch(k -> k.kid().equals(key.kid()))) {
                all.add(key);
            }
        }
        return new ToolKeys(signing, all);
    }

    /**
     * The key that signs.
     *
     * @return one of {@link #published()}
     */
    public ToolKey signing() {
        return signing;
    }

    /**
     * All keys whose public half is published.
     *
     * @return the signing one first
     */
    public List<ToolKey> published() {
        return published;
    }

    /**
     * What to serve at the tool's JWKS address, as {@code application/json} with a Cache-Control of some minutes.
     *
     * @return the public halves as JSON, without any private member
     */
    public String publicJwks() {
        return jwks;
    }
}
