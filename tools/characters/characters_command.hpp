#pragma once

#include <memory>

namespace CLI {
class App;
}

namespace daicho {

class Action;
struct Session;

// `daicho characters NAME`, one file each: tools/characters/NAME.cpp, a line in the table of
// characters_command.cpp, a page docs/man/daicho-characters-NAME.1 and golden cases NAME... in
// tests/golden/characters.
std::unique_ptr<Action> add_characters_check(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_characters_detect(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_characters_repair(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_characters_shrink(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_characters_convert(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_characters_compare(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_characters_gaiji(CLI::App& app, const Session& session);

}  // namespace daicho
