#pragma once

#include <initializer_list>
#include <string_view>

#include "tools/gate/gate_config.hpp"
#include "tools/option_list.hpp"

namespace daicho {

/// `--config`, `--profile` and `--isolated`.
void add_config_choice(OptionList& list, ConfigChoice& choice);

/// The settings as options, which beat what a file says; without those named in `without`. What they hold is
/// in `choice`.
void add_setting_options(OptionList& list, ConfigChoice& choice,
                         std::initializer_list<std::string_view> without = {});

}  // namespace daicho
