// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huifang.api.channel.Channel;
import org.huifang.api.channel.Message;
import org.huifang.api.channel.Receipt;
import org.huifang.api.channel.RevisitChannel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Messages in the inbox of the course platform, of each Moodle whose configuration switches them on. There is one for each
 * configuration and each serves them all. What it cannot send it refuses, so that nobody waits for it.
 */
@Channel("lms")
@Component(configurationPid = Settings.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class LmsChannel implements RevisitChannel {
    private static final Pattern POINT = Pattern.compile("platform:([0-9a-fA-F-]{36}) ([0-9]{1,18})");

    private final List<MoodlePost> posts = new CopyOnWriteArrayList<>();

    @Activate
    public LmsChannel() {
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, target = "(messages=true)")
    void add(MoodlePost post) {
        posts.add(post);
    }

    void remove(MoodlePost post) {
        posts.remove(post);
    }

    @Override
    public boolean ready() {
        return posts.stream().anyMatch(MoodlePost::offers);
    }

    @Override
    public Receipt send(Message message) {
        Matcher point = POINT.matcher(message.to());
        if (!point.matches()) {
            return new Receipt.Refused("this is nobody whom a Moodle knows");
        }
        UUID platform = UUID.fromString(point.group(1));
        Optional<MoodlePost> post = posts.stream().filter(one -> one.is(message, platform)).findFirst();
        return post.isEmpty() || !post.get().offers()
                ? new Receipt.Refused("messages of this platform are not switched on")
                : post.get().send(message, platform, Long.parseLong(point.group(2)));
    }
}
