#include "grammars/text/tidy.hpp"

#include <catch2/catch.hpp>

#include <array>

#include "grammars/text/narrow.hpp"

using namespace daicho;

namespace {

/// Characters that narrow or tidy notation changes or keeps for what stands beside them.
constexpr std::array<std::string_view, 16> pieces{"",   "1",  "１", "-",  "－", "ー", "ｰ",  " ",
                                                  "　", "\t", "あ", "ア", "ｱ",  "漢", "～", "A"};

/// Calls `use` with every text of up to `count` pieces.
template <class Use>
void for_each_text(std::size_t count, const std::string& begun, const Use& use) {
    if (count == 0) return use(begun);
    for (const std::string_view piece : pieces) for_each_text(count - 1, begun + std::string(piece), use);
}

}  // namespace

TEST_CASE("a text is told to be tidy or narrow exactly where making it so changes nothing") {
    std::size_t wrong = 0;
    std::string first;
    for_each_text(4, "", [&](const std::string& text) {
        const std::string tidy(Tidy(text).text());
        const bool right = is_tidy(text) == (tidy == text) &&
                           is_narrow(text) == (Narrow(text).text() == text) && tidied(text) == tidy &&
                           is_tidy(tidy) && (!is_plainly_tidy(text) || is_tidy(text));
        if (!right && wrong++ == 0) first = text;
    });
    INFO(first);
    CHECK(wrong == 0);
}
