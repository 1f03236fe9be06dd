#pragma once

#include "grammars/values/value_type.hpp"

namespace daicho {

/// 氏名: family name, one half-width space, given name (GIF 430 N1). Spaces of other width or number are
/// read. A name in kanji or hiragana without a space is refused as incomplete: where it divides cannot be
/// known. One word in katakana or Latin letters (a person with one name) is read. Two words that are not
/// Latin have the parts familyName and givenName; the order of Latin names is not known, nor which words of
/// three or more belong to which.
extern const ValueType person_name_type;

/// 氏名(カナ): as `kana_space`, with the same parts.
extern const ValueType person_name_kana_type;

}  // namespace daicho
