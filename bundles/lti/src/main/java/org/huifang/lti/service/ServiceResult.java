// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

/**
 * How a call of a platform's service ended.
 *
 * @param <T> what it gives
 */
public sealed interface ServiceResult<T> {
    /**
     * It went well.
     *
     * @param <T> what it gives
     * @param value what it gave
     */
    record Done<T>(T value) implements ServiceResult<T> {}

    /**
     * It did not.
     *
     * @param <T> what it would have given
     * @param failure why
     */
    record Failed<T>(ServiceFailure failure) implements ServiceResult<T> {}
}
