#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// The kana name of a payee as bank transfers write it (payee_words.tsv), read: カ)ケイヨウギンコウ,
/// ケイヨウギンコウ(カ, ケイヨウギンコウ(カ)チバシテン. Small kana and 'ー' may be written differently from
/// the reading of the name; the keys of readings leave that out of account.
struct PayeeName {
    std::string_view corporation;  ///< ケイヨウギンコウ; a view into the text
    std::string_view
        forms;  ///< the forms that カ stands for, separated by spaces; lives as long as the program
    std::string_view rest;  ///< チバシテン, or empty
    bool form_first = false;
    /// Of a word that is no legal form (シヤキヨウ): how it is read as a part of the name.
    std::string_view reading{};
};

/// Empty corporation: the text has no such form.
PayeeName read_payee_name(std::string_view text);

}  // namespace daicho
