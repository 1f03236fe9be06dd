#pragma once

#include "grammars/base/finding.hpp"
#include "tools/option_list.hpp"

namespace daicho {

/// The lightest finding that makes the exit code 1, in the order of Severity.
enum class FailOn : unsigned char { info, warning, error, never };

constexpr bool fails(FailOn fail_on, Severity severity) {
    return static_cast<int>(severity) >= static_cast<int>(fail_on);
}

/// `--fail-on error|warning|info|never`.
void add_fail_on(OptionList& list, FailOn& fail_on);

}  // namespace daicho
