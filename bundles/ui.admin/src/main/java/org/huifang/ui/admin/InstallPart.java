// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.huifang.api.installer.InstalledBundle;
import org.huifang.api.installer.InstalledFeature;
import org.huifang.api.installer.Installer;
import org.huifang.api.installer.Result;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** Takes a bundle or feature; something new is installed at once, an update first says what it would do. */
final class InstallPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int LARGEST = 200 * 1024 * 1024;

    private final transient Installer installer;
    private final transient Changing changing;
    private final Upload upload = new Upload(
            UploadHandler.toTempFile((metadata, file) -> arrived(metadata.fileName(), file)));
    private final Div preview = new Div();

    InstallPart(Installer installer, Changing changing) {
        this.installer = installer;
        this.changing = changing;
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setAcceptedFileExtensions(".jar", ".json", ".zip");
        upload.setUploadButton(new Button(getTranslation("admin.bundles.choose")));
        upload.setDropLabel(Pieces.quiet(getTranslation("admin.bundles.drop")));
        // not before the browser has finished: it would take no further file
        upload.addAllFinishedListener(event -> upload.clearFileList());
        preview.setVisible(false);
        preview.addClassNames(Background.CONTRAST_5, BorderRadius.MEDIUM, Padding.MEDIUM);
        getContent().add(upload, preview);
    }

    private void arrived(String fileName, File file) {
        known(file).ifPresentOrElse(bundle -> {
            var sentence = new Paragraph(
                    getTranslation("admin.bundles.update", bundle.title(), bundle.version(), version(file)) + " "
                            + Effects.sentence(installer.effect(bundle.name()), false));
            sentence.addClassName(Margin.NONE);
            var now = new Button(getTranslation("admin.bundles.update.now"), click -> {
                preview.setVisible(false);
                changing.run(bundle.title(), () -> install(fileName, file));
            });
            now.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            var not = new Button(getTranslation("admin.bundles.keep"), click -> {
                preview.setVisible(false);
                forget(file);
            });
            preview.removeAll();
            preview.add(sentence, Layouts.line(now, not));
            preview.setVisible(true);
            now.focus();
        }, () -> changing.run(fileName, () -> install(fileName, file)));
    }

    private Result install(String fileName, File file) {
        try (var content = Files.newInputStream(file.toPath())) {
            return installer.install(fileName, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            forget(file);
        }
    }

    /** The bundle that is there already under the name of the one in this file. */
    private Optional<InstalledBundle> known(File file) {
        var name = header(file, "Bundle-SymbolicName").map(value -> value.split(";")[0].strip());
        return Stream
                .concat(installer.features().stream().map(InstalledFeature::bundles), Stream.of(installer.bundles()))
                .flatMap(bundles -> bundles.stream()).filter(bundle -> name.filter(bundle.name()::equals).isPresent())
                .findFirst();
    }

    private static String version(File file) {
        return header(file, "Bundle-Version").orElse("");
    }

    private static Optional<String> header(File file, String name) {
        try (var jar = new JarFile(file)) {
            return Optional.ofNullable(jar.getManifest()).map(m -> m.getMainAttributes().getValue(name));
        } catch (IOException notAJar) {
            return Optional.empty();
        }
    }

    private static void forget(File file) {
        try {
            Files.deleteIfExists(file.toPath());
        } catch (IOException e) {
            file.deleteOnExit();
        }
    }
}
