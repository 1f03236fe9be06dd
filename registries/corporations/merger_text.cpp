#include "registries/corporations/merger_text.hpp"

#include "grammars/text/digits.hpp"

#include <algorithm>

namespace daicho {

namespace {

constexpr std::size_t number_size = 13;
constexpr std::string_view open = "（", close = "）";

bool is_number(std::string_view text) {
    return text.size() == number_size && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

/// What stands behind the number says what its corporation is: what is said of several is said behind the
/// last.
MergerMention::Role role_behind(std::string_view text, bool dissolved) {
    struct Word {
        std::string_view text;
        MergerMention::Role role;
    };
    using Role = MergerMention::Role;
    constexpr Word words[] = {
        {"に合併", Role::successor},          {"を設立し", Role::successor},
        {"に権利義務", Role::successor},      {"に承継", Role::successor},
        {"に組織変更", Role::successor},      {"と合併", Role::partner},
        {"を合併", Role::absorbed},           {"の合併により", Role::absorbed},
        {"の権利義務の承継", Role::absorbed}, {"から組織変更", Role::absorbed},
    };
    std::size_t first = text.npos;
    Role role = dissolved ? Role::partner : Role::absorbed;
    for (const Word& word : words) {
        const std::size_t at = text.find(word.text);
        if (at >= first) continue;
        first = at;
        role = word.role;
    }
    return role;
}

}  // namespace

std::vector<MergerMention> merger_mentions(std::string_view text, bool dissolved) {
    std::vector<MergerMention> mentions;
    if (text.find("無効") != text.npos) return mentions;
    for (std::size_t at = text.find(open); at != text.npos; at = text.find(open, at + open.size())) {
        const std::size_t begin = at + open.size();
        const std::string_view number = text.substr(begin, number_size);
        if (!is_number(number) || text.substr(begin + number_size, close.size()) != close) continue;
        mentions.push_back({number, role_behind(text.substr(begin + number_size + close.size()), dissolved)});
    }
    return mentions;
}

}  // namespace daicho
