#include "grammars/base/record_place.hpp"

namespace daicho {

namespace {

/// A sheet as formulas name it: in quotation marks where a name is not of letters alone.
std::string sheet_in_formula(std::string_view sheet) {
    if (sheet.find_first_of(" !'\"()-+*/&,;:<>=^%") == sheet.npos) return std::string(sheet);
    std::string quoted = "'";
    for (const char c : sheet) quoted.append(c == '\'' ? 2 : 1, c);
    return quoted + "'";
}

const std::string* way_of(const PlaceForm& form, std::uint32_t column) {
    return form.ways && column <= form.ways->size() ? &(*form.ways)[column - 1] : nullptr;
}

}  // namespace

void append_pointer_step(std::string& pointer, std::string_view name) {
    pointer += '/';
    if (name.find('~') == name.npos && name.find('/') == name.npos) {
        pointer += name;
        return;
    }
    for (const char c : name) {
        if (c == '~' || c == '/') {
            pointer += c == '~' ? "~0" : "~1";
        } else {
            pointer += c;
        }
    }
}

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t number = column + 1; number > 0; number = (number - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (number - 1) % 26));
    }
    return letters;
}

std::string place_text(const PlaceForm& form, const RecordPlace& place, std::uint32_t column,
                       std::string_view header) {
    const bool record = place.line != 0 || form.kind == PlaceForm::Kind::cell;
    const bool cell = record && column != 0 && form.source_columns;
    std::string text = form.of;
    switch (form.kind) {
        case PlaceForm::Kind::line:
            return {};
        case PlaceForm::Kind::cell:
            if (place.line == 0 && !cell) return form.of;
            return sheet_in_formula(form.of) + "!" + (cell ? column_letters(column - 1) : "A") +
                   (place.line == 0 ? "" : std::to_string(place.line));
        case PlaceForm::Kind::pointer:
            if (place.line != 0) append_pointer_step(text, std::to_string(place.element));
            break;
        case PlaceForm::Kind::path:
            if (place.line != 0) text += "[" + std::to_string(std::uint64_t{place.element} + 1) + "]";
            if (cell && way_of(form, column) != nullptr) return text + *way_of(form, column);
            if (cell && !header.empty()) text.append("/").append(header);
            return text;
        case PlaceForm::Kind::line_pointer:
            break;
    }
    if (cell && way_of(form, column) != nullptr) return text + *way_of(form, column);
    if (cell) append_pointer_step(text, header);
    return text;
}

}  // namespace daicho
