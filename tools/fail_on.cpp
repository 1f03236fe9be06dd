#include "tools/fail_on.hpp"

#include "tools/options.hpp"

namespace daicho {

void add_fail_on(CLI::App& app, FailOn& fail_on, const Session& session) {
    add_choice(app, "--fail-on", fail_on,
               {{"error", FailOn::error},
                {"warning", FailOn::warning},
                {"info", FailOn::info},
                {"never", FailOn::never}},
               session.say("終了コードを 1 にする指摘の重さ", "Severity from which on the exit code is 1"),
               session);
}

}  // namespace daicho
