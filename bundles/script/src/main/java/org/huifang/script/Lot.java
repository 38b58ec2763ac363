// SPDX-License-Identifier: Apache-2.0
package org.huifang.script;

import java.util.UUID;

/**
 * A lot that a learner draws for each script, always the same. Whoever has the highest of the scripts on offer takes it
 * (rendezvous hashing): a variant that is added takes its share evenly from the others, and one that goes moves only those
 * who had it.
 */
final class Lot {
    private Lot() {
    }

    static long of(UUID learner, UUID script) {
        long mixed = mix(learner.getMostSignificantBits())
                ^ Long.rotateLeft(mix(learner.getLeastSignificantBits()), 17);
        mixed = mix(mixed ^ script.getMostSignificantBits());
        return mix(mixed ^ Long.rotateLeft(script.getLeastSignificantBits(), 31));
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): each bit of the result depends on each bit given. */
    private static long mix(long bits) {
        long z = bits + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
