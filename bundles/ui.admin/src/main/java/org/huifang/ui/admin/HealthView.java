// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.huifang.api.ClockControl;
import org.huifang.api.identity.Role;
import org.huifang.api.platform.HookSources;
import org.huifang.api.platform.Platforms;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.revisit.State;
import org.huifang.ui.AdminView;
import org.huifang.ui.Links;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: what is broken, what is due, what is connected? */
@View(path = "admin", title = "admin.health.title", order = 100, icon = VaadinIcon.DOCTOR, roles = Role.ADMIN)
@org.osgi.service.component.annotations.Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class HealthView extends Composite<Div> implements AdminView, Navigated {
    private static final long serialVersionUID = 1L;

    private final transient Services services;
    private final Zone broken = new Zone(getTranslation("admin.health.broken"));
    private final Zone due = new Zone(getTranslation("admin.health.due"));
    private final Zone connected = new Zone(getTranslation("admin.health.connected"));
    private final Span asOf = Pieces.quiet("");

    /** What this view asks; each may be away on its own. */
    private record Services(InstantSource clock, @Nullable HealthCheckExecutor checks, @Nullable Revisits revisits,
            @Nullable Platforms platforms, @Nullable HookSources hooks, @Nullable ClockControl ahead) {}

    @Activate
    public HealthView(@Reference InstantSource clock,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable HealthCheckExecutor checks,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Revisits revisits,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Platforms platforms,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable HookSources hooks,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable ClockControl ahead) {
        services = new Services(clock, checks, revisits, platforms, hooks, ahead);
        var again = new Button(getTranslation("admin.refresh"), Pieces.icon(VaadinIcon.REFRESH), click -> load());
        Layouts.page(getContent());
        getContent().add(broken, due, connected, Layouts.line(again, asOf));
        Live.of(this).topics("platform", "revisit").refresh(this::load);
    }

    @Override
    public void show(Place place) {
        load();
    }

    private void load() {
        broken.run(this::broken);
        due.run(this::due);
        connected.run(this::connected);
        asOf.setText(getTranslation("admin.asof", Times.stamp(services.clock.instant())));
    }

    private void broken() {
        if (services.checks == null) {
            broken.empty(getTranslation("admin.health.nochecks"));
            return;
        }
        var results = services.checks.execute(HealthCheckSelector.empty(), new HealthCheckExecutionOptions());
        var complaints = results.stream().filter(result -> !result.getHealthCheckResult().isOk())
                .flatMap(result -> complaints(result).stream()).toList();
        if (complaints.isEmpty()) {
            broken.show(Pieces.state(VaadinIcon.CHECK_CIRCLE, getTranslation("admin.health.fine", results.size()),
                    TextColor.SUCCESS));
            return;
        }
        var list = Layouts.list();
        complaints.forEach(text -> list
                .add(Layouts.row(Pieces.state(VaadinIcon.EXCLAMATION_CIRCLE, text, TextColor.ERROR))));
        broken.show(list);
    }

    private static List<String> complaints(HealthCheckExecutionResult result) {
        var title = result.getHealthCheckMetadata().getTitle();
        return StreamSupport.stream(result.getHealthCheckResult().spliterator(), false)
                .filter(entry -> entry.getStatus() != Result.Status.OK).map(ResultLog.Entry::getMessage)
                .map(message -> title + ": " + message).toList();
    }

    private void due() {
        if (services.revisits == null) {
            due.empty(getTranslation("admin.health.revisitsaway"));
            return;
        }
        var rows = services.revisits.ledger(Viewer.current().tenant(), null).rows();
        var late = sum(rows, State.OVERDUE);
        var missing = rows.stream().mapToLong(row -> Math.abs(row.missing())).sum();
        Component line = late == 0
                ? Pieces.state(VaadinIcon.CHECK_CIRCLE, getTranslation("admin.health.notlate", sum(rows, State.DUE)),
                        TextColor.SUCCESS)
                : Pieces.state(VaadinIcon.EXCLAMATION_CIRCLE,
                        getTranslation("admin.health.late", sum(rows, State.DUE), late), TextColor.ERROR);
        due.show(line);
        if (missing != 0) {
            due.show(line, Pieces.state(VaadinIcon.WARNING, getTranslation("admin.health.missing", missing),
                    TextColor.ERROR));
        }
    }

    private static long sum(List<Ledger.Row> rows, State state) {
        return rows.stream().mapToLong(row -> row.count(state)).sum();
    }

    private void connected() {
        var tenant = Viewer.current().tenant();
        var platforms = services.platforms == null ? 0 : services.platforms.all(tenant).size();
        var hooks = services.hooks == null ? 0 : services.hooks.names(tenant).size();
        var text = new Span(getTranslation("admin.health.connections", platforms, hooks));
        connected.show(Layouts.line(text, Links.link(getTranslation("admin.health.toconnections"), "admin/platforms"),
                Links.link(getTranslation("admin.health.tobundles"), "admin/bundles")));
        var ahead = services.ahead == null ? 0 : services.ahead.ahead().toHours();
        if (ahead > 0) {
            getContent().getChildren().filter(Clock.class::isInstance).toList().forEach(getContent()::remove);
            getContent().add(new Clock(getTranslation("admin.health.clock", ahead / 24, ahead % 24)));
        }
    }

    /** The demo's clock is not today's: whoever reads times must know. */
    private static final class Clock extends Composite<Div> {
        private static final long serialVersionUID = 1L;

        Clock(String text) {
            getContent().add(Pieces.state(VaadinIcon.CLOCK, text, TextColor.SECONDARY));
        }
    }
}
