// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.contract;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huifang.api.Page;
import org.huifang.api.access.Needs;
import org.huifang.api.identity.For;
import org.huifang.rest.Op;
import org.jspecify.annotations.Nullable;

/** A method of a resource, as an operation. */
record Operation(Class<?> resource, Method method, String verb, String path) {
    /** All operations of a resource, in a stable order. */
    static List<Operation> of(Class<?> resource) {
        Path root = resource.getAnnotation(Path.class);
        if (root == null) {
            return List.of();
        }
        return Arrays.stream(resource.getMethods()).flatMap(method -> verb(method).stream().map(verb -> {
            Path own = method.getAnnotation(Path.class);
            return new Operation(resource, method, verb, joined(root.value(), own == null ? "" : own.value()));
        })).toList();
    }

    private static Optional<String> verb(Method method) {
        return Stream.of(method.getAnnotations()).map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class)).filter(verb -> verb != null).map(HttpMethod::value)
                .findFirst();
    }

    private static String joined(String above, String own) {
        String path = "/" + above.replaceAll("^/|/$", "") + (own.isEmpty() ? "" : "/" + own.replaceAll("^/|/$", ""));
        return path.replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}");
    }

    String id() {
        return resource.getSimpleName().replace("Resource", "") + "_" + method.getName();
    }

    String tag() {
        return resource.getSimpleName().replace("Resource", "");
    }

    boolean writes() {
        return !verb.equals("GET");
    }

    @Nullable
    Op op() {
        return method.getAnnotation(Op.class);
    }

    @Nullable
    Needs needs() {
        Needs own = method.getAnnotation(Needs.class);
        return own == null ? resource.getAnnotation(Needs.class) : own;
    }

    @Nullable
    For roles() {
        For own = method.getAnnotation(For.class);
        return own == null ? resource.getAnnotation(For.class) : own;
    }

    int status() {
        Op op = op();
        return op == null ? 200 : op.status();
    }

    /** What one of its answers' items is, or the answer itself; {@link Void} for none. */
    Type gives() {
        Op op = op();
        if (op != null && op.gives() != Void.class) {
            return op.gives();
        }
        Type type = method.getGenericReturnType();
        if (type == void.class || type == Response.class) {
            return Void.class;
        }
        return isPage() ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
    }

    boolean isPage() {
        return method.getReturnType() == Page.class;
    }

    /** The parameter that the body is read into. */
    Optional<Parameter> body() {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getAnnotations().length == 0 || Arrays
                        .stream(parameter.getAnnotations())
                        .noneMatch(one -> one.annotationType().getName().startsWith("jakarta.ws.rs.")))
                .findFirst();
    }

    /** Whether a body of this kind is the bytes of a file, which no text can show. */
    static boolean isFile(String media) {
        return !media.startsWith("text/") && !media.endsWith("json");
    }

    List<String> consumes() {
        Consumes consumes = method.getAnnotation(Consumes.class);
        return consumes == null ? List.of(MediaType.APPLICATION_JSON) : List.of(consumes.value());
    }
}
