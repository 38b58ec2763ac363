// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes lists as files. The caller brings rows that its reader may see. Written as it is read, so that the length of a
 * list costs no memory. Thread-safe.
 */
@ProviderType
public interface ListExport {
    /**
     * Writes a header and rows. A value that a spreadsheet would take for a formula (it begins with {@code = + - @}, a tab
     * or a line break) is written with an apostrophe before it, which {@link Intake} takes off again.
     *
     * @param format one in which lists go out
     * @param rows read once, to the end
     * @param out neither buffered by the caller nor closed here
     * @throws IllegalArgumentException when lists only come in in this format; nothing was written
     * @throws IOException what {@code out} throws; the file is of no use then
     */
    void write(Format format, List<String> header, Iterator<List<String>> rows, OutputStream out) throws IOException;
}
