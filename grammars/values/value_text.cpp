#include "grammars/values/value_text.hpp"

#include <utility>

namespace daicho {

namespace {

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

}  // namespace

Remark refused(RuleId rule, Span where, std::string detail, std::string guess) {
    const RepairKind repair = guess.empty() ? RepairKind::none : RepairKind::guess;
    return {rule, where, repair, std::move(guess), std::move(detail)};
}

Remark refused_as_other(const Narrow& narrow) {
    const Span all = narrow.original(whole(narrow.text()));
    return refused(is_spreadsheet_damage(narrow.text()) ? rules::spreadsheet_damage : rules::not_of_this_type,
                   all);
}

Remark refused_rest(const Narrow& narrow, std::size_t at) {
    const std::string_view text = narrow.text();
    while (at < text.size() && text[at] == ' ') ++at;
    const Span rest =
        narrow.original({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size())});
    const bool control = at < text.size() && is_control(text[at]);
    return refused(control ? rules::control_character : rules::text_left_over, rest);
}

std::string padded(unsigned value, unsigned width) {
    const std::string digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace daicho
