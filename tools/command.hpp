#pragma once

#include <memory>
#include <span>

#include "grammars/base/language.hpp"
#include "tools/option_list.hpp"
#include "tools/session.hpp"

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
    std::unique_ptr<Action> (*add)(OptionList& list);
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
std::unique_ptr<Action> add_parse(OptionList& list);
std::unique_ptr<Action> add_convert(OptionList& list);
std::unique_ptr<Action> add_profile(OptionList& list);
std::unique_ptr<Action> add_validate(OptionList& list);
std::unique_ptr<Action> add_baseline(OptionList& list);
std::unique_ptr<Action> add_check(OptionList& list);
std::unique_ptr<Action> add_init(OptionList& list);
std::unique_ptr<Action> add_config(OptionList& list);
std::unique_ptr<Action> add_fix(OptionList& list);
std::unique_ptr<Action> add_transform(OptionList& list);
std::unique_ptr<Action> add_lookup(OptionList& list);
std::unique_ptr<Action> add_characters(OptionList& list);
std::unique_ptr<Action> add_models(OptionList& list);
std::unique_ptr<Action> add_fetch(OptionList& list);
std::unique_ptr<Action> add_build(OptionList& list);
std::unique_ptr<Action> add_update(OptionList& list);
std::unique_ptr<Action> add_info(OptionList& list);
std::unique_ptr<Action> add_verify(OptionList& list);
std::unique_ptr<Action> add_propagate(OptionList& list);
std::unique_ptr<Action> add_diff(OptionList& list);
std::unique_ptr<Action> add_patch(OptionList& list);
std::unique_ptr<Action> add_merge(OptionList& list);
std::unique_ptr<Action> add_undo(OptionList& list);
std::unique_ptr<Action> add_git(OptionList& list);
std::unique_ptr<Action> add_report(OptionList& list);
std::unique_ptr<Action> add_match(OptionList& list);
std::unique_ptr<Action> add_rules(OptionList& list);
std::unique_ptr<Action> add_serve(OptionList& list);
std::unique_ptr<Action> add_publish(OptionList& list);
std::unique_ptr<Action> add_pull(OptionList& list);

}  // namespace daicho
