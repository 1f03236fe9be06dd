#pragma once

#include <span>
#include <string>

#include "grammars/base/language.hpp"
#include "models/dictionary/class_sheet.hpp"

namespace daicho {

/// A form in which a class, or a code list, is shown.
struct SheetForm {
    std::string_view name;  ///< "markdown"
    std::string (*class_sheet)(const ClassSheet& sheet, Language language);
    std::string (*code_sheet)(const FoundCodes& list, Language language);
};

/// Every form; the first is the usual one.
std::span<const SheetForm> sheet_forms();

// One file a form: sheet_FORM.cpp.
std::string sheet_text(const ClassSheet& sheet, Language language);
std::string sheet_json(const ClassSheet& sheet, Language language);
std::string sheet_markdown(const ClassSheet& sheet, Language language);
std::string sheet_csv(const ClassSheet& sheet, Language language);
std::string codes_text(const FoundCodes& list, Language language);
std::string codes_json(const FoundCodes& list, Language language);
std::string codes_markdown(const FoundCodes& list, Language language);
std::string codes_csv(const FoundCodes& list, Language language);

}  // namespace daicho
