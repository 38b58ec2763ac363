// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huifang.api.archive.Reachability;
import org.huifang.api.channel.Message;
import org.huifang.api.channel.Receipt;
import org.huifang.api.channel.RevisitChannel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The channels that can bring messages now; their bundles come and go. */
@Component(service = Sending.class)
public final class Sending {
    private final Map<String, RevisitChannel> channels = new ConcurrentHashMap<>();
    private final Settings settings;

    @Activate
    public Sending(@Reference Settings settings) {
        this.settings = settings;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(RevisitChannel channel, Map<String, Object> properties) {
        if (properties.get("channel") instanceof String name) {
            channels.put(name, channel);
        }
    }

    void remove(RevisitChannel channel) {
        channels.values().remove(channel);
    }

    /** Those that are set up, while links in messages lead anywhere; in the order of {@link Reachability#CHANNELS}. */
    List<String> ready() {
        return !settings.links() ? List.of() : Reachability.CHANNELS.stream().filter(name -> {
            RevisitChannel channel = channels.get(name);
            return channel != null && channel.ready();
        }).toList();
    }

    Receipt send(String channel, Message message) {
        RevisitChannel there = channels.get(channel);
        return there == null ? new Receipt.Later("the channel is away") : there.send(message);
    }
}
