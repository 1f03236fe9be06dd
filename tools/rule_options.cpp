#include "tools/rule_options.hpp"

namespace daicho {

std::string_view option_of(RuleHint hint) {
    switch (hint) {
        case RuleHint::none:
            break;
        case RuleHint::model:
            return "--model";
        case RuleHint::header_row:
            return "--header-row";
        case RuleHint::sheet:
            return "--sheet";
        case RuleHint::records:
            return "--records";
        case RuleHint::as_of:
            return "--as-of";
        case RuleHint::two_digit_year:
            return "--two-digit-year";
        case RuleHint::byte_order_mark:
            return "daicho convert --bom, --no-bom";
        case RuleHint::line_ends:
            return "daicho convert --newline";
        case RuleHint::addresses:
            return "transform --addresses check";
        case RuleHint::corporations:
            return "transform --corporations fill";
    }
    return {};
}

std::string transform_command(const FileFacts& facts) {
    std::string command = "daicho transform " + facts.path;
    command += facts.map.empty() ? " --to " + facts.model_reference : " --map " + facts.map;
    for (const auto& [name, value] : facts.settings) command += " --set " + name + "=" + value;
    return command + " -o OUT.csv";
}

}  // namespace daicho
