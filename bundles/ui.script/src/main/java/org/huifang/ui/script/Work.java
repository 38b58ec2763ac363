// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.huifang.api.script.Finding;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.ScriptVersion.Node;
import org.huifang.api.script.ScriptVersion.Status;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;

/** The version that a page shows. Whatever is changed in it is kept on the server before the parts of the page hear of it. */
final class Work {
    private final Desk desk;
    private final Zone status;
    private final Runnable lost;
    private final List<Runnable> followers = new ArrayList<>();
    private ScriptVersion version;

    /**
     * @param status says that it was kept, or why not and how to try again
     * @param lost somebody else kept another edition meanwhile, or it is no draft any more
     */
    Work(Desk desk, ScriptVersion version, Zone status, Runnable lost) {
        this.desk = desk;
        this.status = status;
        this.version = version;
        this.lost = lost;
    }

    ScriptVersion version() {
        return version;
    }

    List<Node> nodes() {
        return version.nodes();
    }

    List<Finding> findings() {
        return desk.studio().check(version);
    }

    /** A draft can be written on. */
    boolean open() {
        return version.status() == Status.DRAFT;
    }

    void follow(Runnable changed) {
        followers.add(changed);
    }

    void nodes(UnaryOperator<List<Node>> change) {
        keep(version.with(change.apply(version.nodes())));
    }

    void name(String name) {
        keep(Edits.named(version, name));
    }

    /** What could not be kept stays in the version, so that the next try has it as well. */
    private void keep(ScriptVersion next) {
        if (!next.equals(version)) {
            version = next;
            status.run(this::store);
        }
    }

    private void store() {
        desk.studio().save(Desk.tenant(), version, Desk.me()).ifPresentOrElse(kept -> {
            version = kept;
            status.show(Pieces.quiet(
                    I18NProvider.translate("scripts.kept", Times.clock(kept.changed(), Times.zone()))));
            followers.forEach(Runnable::run);
        }, lost);
    }
}
