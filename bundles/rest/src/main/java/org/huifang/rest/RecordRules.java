// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from records what annotations say elsewhere: sealed types carry their kind, what is not nullable is required. */
public final class RecordRules extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;
    /** The property that tells the types of a sealed one apart. */
    public static final String KIND = "kind";

    /** The records of a sealed type, whatever lies between. */
    public static List<Class<?>> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(one -> one.isSealed() ? kinds(one).stream() : Stream.<Class<?>>of(one)).toList();
    }

    /** Whether values of this type say their kind. */
    public static boolean hasKind(Class<?> type) {
        return type.isInterface() && type.isSealed()
                || Arrays.stream(type.getInterfaces()).anyMatch(RecordRules::hasKind);
    }

    /** Whether a part of a record may be left out. */
    public static boolean optional(RecordComponent part) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated type) {
        return type instanceof AnnotatedClass && hasKind(type.getRawType())
                ? JsonTypeInfo.Value.construct(JsonTypeInfo.Id.SIMPLE_NAME, JsonTypeInfo.As.PROPERTY, KIND, null, false,
                        true)
                : super.findPolymorphicTypeInfo(config, type);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated type) {
        return type.getRawType().isInterface() && type.getRawType().isSealed()
                ? kinds(type.getRawType()).stream().map(kind -> new NamedType(kind, kind.getSimpleName())).toList()
                : super.findSubtypes(type);
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return member instanceof AnnotatedParameter part && part.getDeclaringClass().isRecord()
                && part.getOwner().getParameterCount() == part.getDeclaringClass().getRecordComponents().length
                        ? !optional(part.getDeclaringClass().getRecordComponents()[part.getIndex()])
                        : super.hasRequiredMarker(member);
    }
}
