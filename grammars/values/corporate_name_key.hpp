#pragma once

#include <string>
#include <string_view>

#include "grammars/values/corporate_name.hpp"

namespace daicho {

/// Where the legal form stands in a name.
enum class FormPosition : unsigned char { none, before, after, inside };

/// A corporate name as it is compared and looked up; nothing of this is ever written into data. The raw name
/// is the first key; these leave out of account, one after the other, what is named below. Of a name with
/// that of the register in brackets behind it, 株式会社イーエムシステムズ（商号　株式会社ＥＭシステムズ）,
/// they are of the latter.
struct CorporateNameKey {
    std::string width;  ///< width, spaces, marks and case, and short for the form in full: ㈱ and 株式会社
    std::string folded;  ///< also kana, small kana, dashes (－ and ー are one) and variants of kanji
    std::string core;    ///< also the legal form; `folded` where nothing else would be left (協同組合)
    const LegalForm* form = nullptr;  ///< what was taken away for the core; null: nothing
    FormPosition position = FormPosition::none;
};

/// The keys of a name in any notation. Valid UTF-8 in and out. A name of spaces and marks has empty keys.
CorporateNameKey corporate_name_key(std::string_view name);

/// The same into keys that were used before, whose memory is used again.
void read_corporate_name_key(std::string_view name, CorporateNameKey& keys);

/// A reading as it is compared: ケイヨウギンコウ, ｹｲﾖｳｷﾞﾝｺｳ and けいようぎんこう are the same, with no spaces
/// or marks. Empty for a text that is no kana throughout (letters and digits may be in it; one kana must).
std::string corporate_kana_key(std::string_view reading);

}  // namespace daicho
