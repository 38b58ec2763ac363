// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.huifang.lti.egress.Egress;

/**
 * Key sets that others than platforms publish, cached by the same rules as {@link Jwks}: per address and never mixed;
 * known keys serve without a request, an unknown one makes at most one request per window and address. At most so many
 * addresses are remembered; the one that was not asked for longest goes first. Safe for many threads.
 *
 * @param <K> what the reader makes of a key
 */
public final class KeySets<K> {
    /**
     * What came of looking for a key.
     *
     * @param <K> what the reader makes of a key
     */
    public sealed interface Found<K> {
        /**
         * It is published.
         *
         * @param key as the reader made it
         * @param <K> what the reader makes of a key
         */
        record Known<K>(K key) implements Found<K> {}

        /**
         * The address publishes keys, and none of this id.
         *
         * @param <K> what the reader makes of a key
         */
        record Unknown<K>() implements Found<K> {}

        /**
         * The address may not be asked, gives no answer, or none with a key in it.
         *
         * @param <K> what the reader makes of a key
         */
        record Unavailable<K>() implements Found<K> {}
    }

    private final Function<URI, Egress> ways;
    private final JwksRules rules;
    private final InstantSource clock;
    private final Function<String, Map<String, K>> reader;
    private final Map<URI, KeySet<K>> sets;

    /**
     * An empty cache.
     *
     * @param ways the way out to an address
     * @param rules how long keys serve
     * @param clock the time
     * @param reader makes keys by their id of what an address answers; leaves out what it cannot use, and never throws
     * @param most how many addresses are remembered
     */
    public KeySets(Function<URI, Egress> ways, JwksRules rules, InstantSource clock,
            Function<String, Map<String, K>> reader, int most) {
        this.ways = ways;
        this.rules = rules;
        this.clock = clock;
        this.reader = reader;
        this.sets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<URI, KeySet<K>> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * Looks for a key, and reads the address where that is due. Blocks for as long as the address takes, at most for
     * about ten seconds.
     *
     * @param address where the keys are published
     * @param kid the id of the key
     * @return what came of it
     */
    public Found<K> find(URI address, String kid) {
        KeySet<K> set;
        synchronized (sets) {
            set = sets.computeIfAbsent(address, uri -> new KeySet<>(uri, ways.apply(uri), rules, clock, reader));
        }
        try {
            return new Found.Known<>(set.key(kid));
        } catch (Refusal refused) {
            return refused.reason == ReasonCode.KID_UNKNOWN ? new Found.Unknown<>() : new Found.Unavailable<>();
        }
    }
}
