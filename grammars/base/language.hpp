#pragma once

#include <cstdint>
#include <string_view>

namespace daicho {

/// The languages in which the program speaks. Data and names of items do not depend on them.
enum class Language : std::uint8_t { ja, en };

/// One text in both languages.
struct Text {
    std::string_view ja;
    std::string_view en;

    constexpr std::string_view in(Language language) const { return language == Language::ja ? ja : en; }
};

}  // namespace daicho
