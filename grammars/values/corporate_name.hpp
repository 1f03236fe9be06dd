#pragma once

#include <span>
#include <string_view>

#include "grammars/values/value_type.hpp"

namespace daicho {

/// 法人格: a legal form as part of a corporate name (legal_forms.tsv).
struct LegalForm {
    std::string_view name;    ///< 株式会社
    std::string_view kana;    ///< カブシキガイシャ
    std::string_view shorts;  ///< ㈱ ㍿ (株), separated by spaces
};

/// Every form, longest names first.
std::span<const LegalForm> legal_forms();

/// Whether the form is one of companies (…会社): only these have short forms behind a name or within it.
bool is_company_form(const LegalForm& form);

/// A corporate name and its legal form; views into the text and the table.
struct CorporateName {
    const LegalForm* form = nullptr;  ///< null: the name has none that is known
    bool form_first = false;          ///< 前株
    std::string_view core;            ///< the name without it
};

/// Divides a name in canonical form.
CorporateName divide_corporate_name(std::string_view canonical);

/// 商号または名称 as it is registered: Latin letters, digits and marks in full width (GIF 430 N5), the legal
/// form in full
/// ((株)デジタル -> 株式会社デジタル) with no space beside it. Parts: legalForm, legalFormPosition (before,
/// after), coreName.
extern const ValueType corporate_name_type;

}  // namespace daicho
