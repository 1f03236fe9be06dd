#include "models/dictionary/sheets.hpp"

namespace daicho {

namespace {

// One line a form; the order is that of the help.
constexpr SheetForm forms[] = {
    {"text", sheet_text, codes_text},
    {"json", sheet_json, codes_json},
    {"markdown", sheet_markdown, codes_markdown},
    {"csv", sheet_csv, codes_csv},
};

}  // namespace

std::span<const SheetForm> sheet_forms() {
    return forms;
}

}  // namespace daicho
