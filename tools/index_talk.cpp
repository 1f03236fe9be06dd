#include "tools/index_talk.hpp"

#include <memory>
#include <ostream>

namespace daicho {

IndexProgress index_progress(Progress& progress, const Session& session) {
    return [&](const Text& step, std::size_t done, std::size_t all) {
        if (done == all) {
            progress.clear();
            return;
        }
        const std::string name{session.say("住所の索引: ", "index of addresses: ")};
        progress.show(name + std::string(step.in(session.language)), done, all);
    };
}

IndexTalk index_talk(const Session& session) {
    const auto progress = std::make_shared<Progress>(session);
    return {.say = [&session](const std::string& ja,
                              const std::string& en) { session.talk << session.say(ja, en) << '\n'; },
            .progress = [progress, show = index_progress(*progress, session)](
                            const Text& step, std::size_t done, std::size_t all) { show(step, done, all); }};
}

}  // namespace daicho
