#pragma once

#include <cstdint>
#include <string_view>

#include "registries/address/folded_text.hpp"
#include "registries/address/label_trie_builder.hpp"

namespace daicho {

/// Appends a part of a name (大字・町, 丁目, 小字) to a key: numbers as one label, 丁目 behind a number as
/// symbol::chome, without 大字, and without 字 and 小字 where a part begins. False: the part is a number and
/// nothing else.
bool append_name(LabelKey& key, std::string_view part, const FoldTable& fold);

/// A name of a prefecture or municipality: nothing is left out.
void append_region_name(LabelKey& key, std::string_view name, const FoldTable& fold);

/// Symbols of 大字, 字 or 小字 at `at` of a text, 0 where none stands there.
std::uint32_t marker_size(SymbolView text, std::uint32_t at);

}  // namespace daicho
