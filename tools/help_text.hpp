#pragma once

#include <string>

#include "tools/option_list.hpp"

namespace daicho {

/// The help of the program or of the command in it that was chosen last: what it does, how it is called, its
/// arguments, options and commands.
std::string help_text(const Subcommand& program, Language language);

/// Two lines for who called it wrongly: how the command that was chosen last is called, and where more is
/// said.
std::string usage_hint(const Subcommand& program, Language language);

}  // namespace daicho
