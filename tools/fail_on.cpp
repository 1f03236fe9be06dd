#include "tools/fail_on.hpp"
#include "tools/option_list.hpp"

namespace daicho {

void add_fail_on(OptionList& list, FailOn& fail_on) {
    list.choice("--fail-on", fail_on,
                {{"error", FailOn::error},
                 {"warning", FailOn::warning},
                 {"info", FailOn::info},
                 {"never", FailOn::never}},
                {"終了コードを 1 にする最も低い重要度（既定は error）",
                 "Lowest severity that makes the exit code 1 (default: error)"});
}

}  // namespace daicho
