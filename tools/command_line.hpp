#pragma once

#include <optional>
#include <span>

#include "grammars/base/both_texts.hpp"
#include "tools/option_list.hpp"

namespace daicho {

/// What the arguments ask for.
enum class Asked : unsigned char { run, help, version };

/// How reading the arguments ended: what is asked for, or why they were refused.
struct CommandLine {
    Asked asked = Asked::run;
    std::optional<BothTexts> refusal;
};

/// Reads the arguments of the program (its name left out) into the targets of `program`'s options and marks
/// the commands that were chosen. Options of `program` may stand behind a command too. The only home of
/// CLI11.
CommandLine read_command_line(std::span<const char* const> arguments, OptionList& program);

}  // namespace daicho
