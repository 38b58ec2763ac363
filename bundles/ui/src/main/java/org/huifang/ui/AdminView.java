// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui;

import com.vaadin.flow.component.HasElement;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A view that a bundle contributes: a component registered as a prototype-scoped service under this interface and
 * annotated with {@link View}. The host makes one instance for each time somebody opens it, and gives it back when that
 * person leaves or the bundle goes.
 * <p>
 * So that a removed bundle leaves nothing behind, a view extends {@code Composite} of a layout, uses {@code new Grid<>()}
 * and {@code new Binder<>()} with method references (never {@code Grid(Bean.class)}), starts no thread of its own, and
 * registers what it needs while attached: {@link Live} for pushes, {@link Keys} for shortcuts. Called with the session
 * locked, as always in Vaadin.
 */
@ConsumerType
public interface AdminView extends HasElement {}
