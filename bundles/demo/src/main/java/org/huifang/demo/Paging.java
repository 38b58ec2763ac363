// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list, by {@code limit} and {@code from}. */
record Paging(int from, int to, int size, int limit) {
    static Paging of(HttpServletRequest request, int size, int most) {
        int limit = Math.clamp(number(request.getParameter("limit"), most), 1, most);
        int from = Math.clamp(number(request.getParameter("from"), 0), 0, size);
        return new Paging(from, Math.min(size, from + limit), size, limit);
    }

    <T> List<T> of(List<T> all) {
        return all.subList(from, to);
    }

    /** Names the next page, where there is one. */
    void link(HttpServletResponse response, String address, boolean odd) {
        if (to < size) {
            String and = odd ? "&amp;" : "&";
            String quote = odd ? "“next”" : "\"next\"";
            response.setHeader("Link", "<" + address + (address.contains("?") ? and : "?") + "limit=" + limit + and
                    + "from=" + to + ">; rel=" + quote);
        }
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}
