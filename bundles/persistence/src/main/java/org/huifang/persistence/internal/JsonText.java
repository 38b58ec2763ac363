// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.jspecify.annotations.Nullable;

/** Maps a {@code String} of JSON to a column of type jsonb; what is in it is the context's business. */
final class JsonText implements FormatMapper {
    @Override
    public <T extends @Nullable Object> T fromString(CharSequence json, JavaType<T> type, WrapperOptions options) {
        return type.getJavaTypeClass().cast(json.toString());
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        return value.toString();
    }
}
