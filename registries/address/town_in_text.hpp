#pragma once

#include <cstdint>
#include <string_view>

#include "registries/address/address_answer.hpp"
#include "registries/address/folded_text.hpp"

namespace daicho {

/// Where the name of the town is to begin in the text of an answer: behind the municipality.
std::uint32_t begin_of_town(const FoldedText& text, const AddressAnswer& answer);

/// Where a name that begins at symbol `from` ends: at its number, a comma, a bracket or a space.
std::uint32_t name_end(const FoldedText& text, std::uint32_t from);

/// Where the kana of `source` that begin at symbol `at` of `text` end, `limit` at the latest: hiragana and
/// katakana, half-width ones too.
std::uint32_t end_of_kana(std::string_view source, const FoldedText& text, std::uint32_t at,
                          std::uint32_t limit);

}  // namespace daicho
