// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.FileRefused.Reason;

/** Reads a part of a workbook element by element. Knows neither document types nor entities of anybody's own. */
final class Xml implements Closeable {
    private final InputStream in;
    private final XMLStreamReader reader;

    Xml(InputStream in) throws FileRefused, IOException {
        this.in = in;
        // the platform's own, whatever else is installed
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            this.reader = factory.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            in.close();
            throw refused(e);
        }
    }

    /** The next event: {@code START_ELEMENT}, {@code END_ELEMENT}, {@code END_DOCUMENT} or text. */
    int next() throws FileRefused {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new FileRefused(Reason.FOREIGN_CONTENT, 0);
            }
            return event;
        } catch (XMLStreamException e) {
            throw refused(e);
        }
    }

    boolean hasNext() throws FileRefused {
        try {
            return reader.hasNext();
        } catch (XMLStreamException e) {
            throw refused(e);
        }
    }

    String name() {
        return reader.getLocalName();
    }

    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return Objects.requireNonNullElse(reader.getAttributeValue(i), "");
            }
        }
        return "";
    }

    /** Adds the text up to the end of this element, which has only text in it. */
    void text(StringBuilder into, int most) throws FileRefused {
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                if (into.length() + reader.getTextLength() > most) {
                    throw new FileRefused(Reason.TOO_LONG, 0);
                }
                into.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
    }

    private static FileRefused refused(XMLStreamException e) {
        boolean tooMuch = e.getNestedException() instanceof Guarded.TooMuch;
        boolean foreign = String.valueOf(e.getMessage()).contains("entity");
        return new FileRefused(
                tooMuch ? Reason.UNPACKS_TOO_BIG : foreign ? Reason.FOREIGN_CONTENT : Reason.NOT_A_WORKBOOK, 0, e);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
