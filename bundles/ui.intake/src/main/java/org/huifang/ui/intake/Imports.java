// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.intake;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.Intake;
import org.huifang.api.intake.RosterSource;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.ErrorNotice;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Zone;

/** A place for a file, and the former imports with the newest first. */
final class Imports extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;

    private final transient Intake intake;
    private final SourcesPart sources;
    private final Zone refused = new Zone();
    private final Zone former = new Zone(getTranslation("intake.former"));
    private final MoreList<ImportRun, ImportRow> list = new MoreList<>(ImportRun::id, run -> new ImportRow(), PAGE);

    Imports(Intake intake, Supplier<List<RosterSource>> rosters) {
        this.intake = intake;
        this.sources = new SourcesPart(rosters);
        var upload = new Upload(UploadHandler.toTempFile((metadata, file) -> arrived(metadata.fileName(), file)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) Math.min(Integer.MAX_VALUE, intake.largest()));
        upload.setUploadButton(new Button(getTranslation("intake.choose")));
        upload.setDropLabel(Pieces.quiet(getTranslation("intake.drop")));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        upload.addFileRejectedListener(event -> refuse(getTranslation("intake.refused.too_big")));
        var file = new Zone(getTranslation("intake.file"));
        file.show(Pieces.wideSentence(getTranslation("intake.file.how", intake.largest() >> 20)), upload, refused);
        list.setLabel(getTranslation("intake.former"));
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE);
        getContent().add(file, sources, former);
    }

    void open() {
        sources.refresh();
        former.run(() -> {
            list.from((after, limit) -> intake.runs(Viewer.current().tenant(), after, Math.min(limit, 100)));
            if (list.shown() == 0) {
                former.empty(getTranslation("intake.former.none"));
            } else {
                former.show(list);
            }
        });
    }

    void refresh() {
        if (list.shown() == 0) {
            open();
        } else {
            sources.refresh();
            former.run(list::refresh);
        }
    }

    private void refuse(String sentence) {
        refused.show(new ErrorNotice(sentence, ""));
    }

    private void arrived(String name, File file) {
        refused.show();
        refused.run(() -> {
            try (var content = Files.newInputStream(file.toPath())) {
                var viewer = Viewer.current();
                var run = intake.upload(viewer.tenant(), Objects.requireNonNull(viewer.account()), name, content);
                Links.go(ImportView.PATH + "/" + run.id());
            } catch (FileRefused e) {
                refuse(ImportWords.of(e));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                forget(file);
            }
        });
    }

    private static void forget(File file) {
        try {
            Files.deleteIfExists(file.toPath());
        } catch (IOException e) {
            file.deleteOnExit();
        }
    }
}
