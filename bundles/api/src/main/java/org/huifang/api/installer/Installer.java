// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.installer;

import java.io.InputStream;
import java.util.List;

/**
 * Installs, updates and removes features and single bundles at run time. Each operation either takes effect as a whole
 * and survives a restart, or is refused and changes nothing. Operations run one after the other; they take from a
 * fraction of a second to a few seconds. Thread-safe.
 */
public interface Installer {
    /** All features in the order of their start, each with its bundles. */
    List<InstalledFeature> features();

    /** The bundles that belong to no feature, by name. */
    List<InstalledBundle> bundles();

    /**
     * Installs what the stream holds: a bundle (jar), a feature (JSON in the OSGi Feature format), or an archive (zip)
     * of one feature and the jars of its bundles. What is there under the same name already is updated: stopped,
     * replaced, started, without touching bundles that do not depend on it.
     *
     * @param fileName decides nothing, names the upload in refusals
     * @param content read to its end or to the size limit of 200 MB; the caller closes it
     */
    Result install(String fileName, InputStream content);

    /**
     * Removes the feature or the bundle of this name. Refused for what others need and for the ground of the product.
     *
     * @param name a feature's name or a bundle's symbolic name
     */
    Result remove(String name);

    /** Puts the version back that the bundle of this name had before its last update. Doing it twice undoes it. */
    Result revert(String name);

    /** What removing or updating the feature or bundle of this name would do; nothing is changed. */
    Effect effect(String name);
}
