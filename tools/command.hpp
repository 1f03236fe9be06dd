#pragma once

#include <memory>
#include <span>

#include "grammars/base/language.hpp"
#include "tools/session.hpp"

namespace CLI {
class App;
}

namespace daicho {

/// A command with its options filled in, ready to run.
class Action {
 public:
    virtual ~Action() = default;
    virtual Exit run(const Session& session) const = 0;
};

/// A command of the program.
struct Command {
    const char* name;
    Text help;
    /// Declares the options of the command on `app`; what they hold is in the action.
    std::unique_ptr<Action> (*add)(CLI::App& app, const Session& session);
};

/// Every command, in the order of the help.
std::span<const Command> commands();

/// An action that keeps `Options` and hands them to a function.
template <class Options>
class ActionOf : public Action {
 public:
    explicit ActionOf(Exit (*function)(const Options&, const Session&)) : function_(function) {}
    Exit run(const Session& session) const override { return function_(options, session); }

    Options options;

 private:
    Exit (*function_)(const Options&, const Session&);
};

// One file a command: NAME_command.cpp.
std::unique_ptr<Action> add_parse(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_convert(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_profile(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_validate(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_transform(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_lookup(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_characters(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_models(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_fetch(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_build(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_update(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_info(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_verify(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_propagate(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_patch(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_match(CLI::App& app, const Session& session);
std::unique_ptr<Action> add_rules(CLI::App& app, const Session& session);

}  // namespace daicho
