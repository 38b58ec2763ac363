// SPDX-License-Identifier: Apache-2.0
package org.huifang.api;
/** The school whose data a row is. */
public record TenantId(String value) {
    static String test(Object o) {
        return switch (o) {
            case String s when s.isEmpty() -> "e";
            case String _ -> "s";
            default -> "x";
        };
    }
}
