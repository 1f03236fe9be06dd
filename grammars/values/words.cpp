#include "grammars/values/words.hpp"

#include <utility>

#include "grammars/values/notation.hpp"
#include "grammars/values/value_text.hpp"

namespace daicho {

bool is_words(std::string_view text) {
    if (is_plainly_tidy(text)) return true;
    return !text.empty() && has_no_control_character(text) && is_tidy(text);
}

std::optional<Remark> refused_words(std::string_view text) {
    if (const auto at = find_control_character(text); at != text.npos) {
        const auto begin = static_cast<std::uint32_t>(at);
        return refused(rules::control_character, {begin, begin + 1});
    }
    if (Narrow(text).text().empty()) return unreadable(text);
    return std::nullopt;
}

Remark refused_part(const Tidy& tidy, std::string_view part, RuleId rule, std::string guess) {
    const auto begin = static_cast<std::uint32_t>(part.data() - tidy.text().data());
    const Span where = tidy.original({begin, begin + static_cast<std::uint32_t>(part.size())});
    return refused(rule, where, {}, std::move(guess));
}

Result<std::string> as_canonical(std::string_view text, std::string value) {
    Remark remark = notation_remark(text, value);
    return {std::move(value), std::move(remark)};
}

}  // namespace daicho
