#include "registries/address/postal_code_in_front.hpp"

namespace daicho {

std::optional<PostalCodeInFront> postal_code_in_front(const FoldedText& text) {
    const std::uint32_t begin = text[0] == symbol::postal_mark ? 1 : 0;
    const NumberToken first = text.number(begin);
    if (first.kanji || (first.size != 3 && first.size != 7)) return std::nullopt;
    std::uint32_t end = begin + first.size;
    std::uint64_t number = first.value;
    if (first.size == 3) {
        const bool joined = text[end] == symbol::hyphen;
        const NumberToken second = text.number(end + (joined ? 1 : 0));
        if (second.size != 4 || second.kanji) return std::nullopt;
        end += second.size + (joined ? 1 : 0);
        number = number * 10'000 + second.value;
    }
    return PostalCodeInFront{static_cast<std::uint32_t>(number), end};
}

}  // namespace daicho
