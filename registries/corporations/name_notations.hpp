#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// Whether brackets around this make a short legal form: 株, 医社, NPO.
bool is_short_form(std::string_view inside);

/// `text` without the spaces (U+0020) at both ends.
std::string_view without_outer_spaces(std::string_view text);

/// A name with its legal form as the register has it.
struct NameNotation {
    std::string name;
    bool is_slip = false;  ///< the form is misspelt: one character is more, less or other, or two are swapped
};

/// What a text in narrow notation is another notation of, by its legal form: 株式会社ヤマダ of ヤマダ Co.,
/// Ltd., K.K. ヤマダ, 株)ヤマダ and 株式会杜ヤマダ; or by the word for an office: 高松地方裁判所 of 高松地裁.
std::vector<NameNotation> name_notations(std::string_view text);

}  // namespace daicho
