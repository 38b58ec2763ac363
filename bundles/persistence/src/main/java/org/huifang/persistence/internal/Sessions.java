// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.TcclLookupPrecedence;
import org.hibernate.envers.Audited;

/** Builds a session factory that validates the schema and never changes it. */
final class Sessions {
    private Sessions() {
    }

    static SessionFactory build(DataSource pool, ClassLoader client, String schema, Class<?>... entities) {
        ClassLoader own = Sessions.class.getClassLoader();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(own);
        var loaders = new BootstrapServiceRegistryBuilder().applyClassLoader(client).applyClassLoader(own);
        loaders.applyTcclLookupPrecedence(TcclLookupPrecedence.NEVER);
        BootstrapServiceRegistry bootstrap = loaders.build();
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(bootstrap)
                .applySettings(settings(pool, schema, entities)).build();
        try {
            return new MetadataSources(registry).addAnnotatedClasses(proxied(client, entities)).buildMetadata()
                    .buildSessionFactory();
        } catch (RuntimeException e) {
            StandardServiceRegistryBuilder.destroy(registry);
            BootstrapServiceRegistryBuilder.destroy(bootstrap);
            throw e;
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Hibernate would go on without proxies and load everything eagerly. */
    private static Class<?>[] proxied(ClassLoader client, Class<?>... entities) {
        if (entities.length == 0) {
            return entities;
        }
        try {
            client.loadClass("org.hibernate.proxy.HibernateProxy");
            client.loadClass("org.hibernate.bytecode.spi.ReflectionOptimizer");
            return entities;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The bundle of the entities must import org.hibernate.proxy and "
                    + "org.hibernate.bytecode.spi: one line in its bnd.bnd,"
                    + " \"Import-Package: org.hibernate.proxy,org.hibernate.bytecode.spi,*\".", e);
        }
    }

    private static Map<String, Object> settings(DataSource pool, String schema, Class<?>... entities) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.nonJtaDataSource", pool);
        settings.put("jakarta.persistence.validation.mode", "none");
        // its messages hold the values of the row: personal data
        settings.put("hibernate.jdbc.log.errors", false);
        settings.put("hibernate.hbm2ddl.auto", "validate");
        settings.put("hibernate.default_schema", schema);
        settings.put("hibernate.jdbc.batch_size", 50);
        settings.put("hibernate.order_inserts", true);
        settings.put("hibernate.order_updates", true);
        settings.put("hibernate.jdbc.time_zone", "UTC");
        settings.put("hibernate.query.in_clause_parameter_padding", true);
        settings.put("hibernate.cache.use_second_level_cache", false);
        settings.put("hibernate.type.json_format_mapper", new JsonText());
        settings.put("hibernate.tenant_identifier_resolver", new SessionTenant());
        // both cost time at each start, and Envers needs the former
        boolean audited = Stream.of(entities).anyMatch(Sessions::isAudited);
        settings.put("hibernate.xml_mapping_enabled", audited);
        settings.put("hibernate.integration.envers.enabled", audited);
        settings.put("org.hibernate.envers.store_data_at_delete", true);
        settings.put("org.hibernate.envers.default_schema", schema);
        return settings;
    }

    private static boolean isAudited(Class<?> entity) {
        return entity.isAnnotationPresent(Audited.class)
                || Stream.of(entity.getDeclaredFields()).anyMatch(field -> field.isAnnotationPresent(Audited.class));
    }
}
