#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"
#include "models/dictionary/class_sheet.hpp"

namespace daicho {

/// `label` in `language`; the Japanese one where there is no English one.
std::string_view label_in(const syntax::Text& label, Language language);

/// A type as people say it: 日付, コード, 整数（0〜150）, 住所の項目.
std::string type_in_words(const syntax::Type& type, Language language);

/// "0..1", "1..n"
std::string cardinality_in_words(const syntax::Cardinality& cardinality);

/// What else is known of an item: its other names, its separator, that it is confidential.
std::string notes_in_words(const SheetItem& line, Language language);

/// "MP01, MP03" … the parts with `between` between them; empty ones are left out.
std::string joined_filled(const std::vector<std::string>& parts, std::string_view between);

}  // namespace daicho
