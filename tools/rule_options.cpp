#include "tools/rule_options.hpp"

#include <string_view>

#include "models/dataset/cell_exchange.hpp"

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

namespace {

/// A word as a shell takes it.
std::string shell_word(const std::string& word) {
    constexpr std::string_view special = " \t\n\r\"'\\`$&|;<>()[]{}*?!", at_front = "#~";
    const bool plain = !word.empty() && word.find_first_of(special) == word.npos &&
                       at_front.find(word.front()) == at_front.npos;
    if (plain) return word;
    std::string quoted = "'";
    for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

}  // namespace

std::string transform_command(const FileFacts& facts) {
    std::string command = "daicho transform " + shell_word(facts.path);
    command +=
        facts.map.empty() ? " --to " + shell_word(facts.model_reference) : " --map " + shell_word(facts.map);
    for (const auto& [name, value] : facts.settings) command += " --set " + shell_word(name + "=" + value);
    return command + " -o OUT.csv";
}

std::string fix_in_place_command(const FileFacts& facts) {
    if (!has_cells_to_exchange(facts.form) || facts.path == "-" || !facts.map.empty()) return {};
    std::string command = "daicho fix " + shell_word(facts.path);
    if (facts.model_reference != "auto") command += " --model " + shell_word(facts.model_reference);
    return command + " --in-place";
}

}  // namespace daicho
