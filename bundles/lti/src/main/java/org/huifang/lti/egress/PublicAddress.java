// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.egress;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Tells addresses of the public internet from all others (IANA special-purpose registries, RFC 6890). */
final class PublicAddress {
    /** First address and prefix length of each block that is not for the public. */
    private static final int[][] BLOCKS = {{0, 0, 0, 0, 8}, {10, 0, 0, 0, 8}, {100, 64, 0, 0, 10}, {127, 0, 0, 0, 8},
            {169, 254, 0, 0, 16}, {172, 16, 0, 0, 12}, {192, 0, 0, 0, 24}, {192, 0, 2, 0, 24}, {192, 88, 99, 0, 24},
            {192, 168, 0, 0, 16}, {198, 18, 0, 0, 15}, {198, 51, 100, 0, 24}, {203, 0, 113, 0, 24}, {224, 0, 0, 0, 4},
            {240, 0, 0, 0, 4}};

    private PublicAddress() {
    }

    static boolean is(InetAddress address) {
        byte[] b = address.getAddress();
        return address instanceof Inet6Address ? v6(b) : v4(b);
    }

    private static boolean v4(byte[] b) {
        int value = word(b[0], b[1], b[2], b[3]);
        for (int[] block : BLOCKS) {
            int mask = -1 << (32 - block[4]);
            if ((value & mask) == (word(block[0], block[1], block[2], block[3]) & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Only 2000::/3 is public, without documentation, benchmarking, Teredo and 6to4, which wrap other addresses. */
    private static boolean v6(byte[] b) {
        int first = word(0, 0, b[0], b[1]);
        int second = word(0, 0, b[2], b[3]);
        boolean special = first == 0x2002 || (first == 0x2001 && (second < 0x200 || second == 0xdb8))
                || (first == 0x3fff && second < 0x1000);
        return (first & 0xe000) == 0x2000 && !special;
    }

    private static int word(int a, int b, int c, int d) {
        return (a & 255) << 24 | (b & 255) << 16 | (c & 255) << 8 | d & 255;
    }
}
