#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "grammars/base/language.hpp"

namespace daicho {

/// Where people see a field; programs see all of them.
enum class ShownIn : unsigned char {
    title,    ///< in the line by which people know a thing
    column,   ///< beside the title in a list, else like a detail
    detail,   ///< where a thing is shown alone
    nowhere,  ///< other fields say it better
};

/// The name of a field of an answer: its key in JSON, and what people read.
struct FieldName {
    std::string_view key;
    Text label;
    ShownIn shown = ShownIn::detail;
};

/// A word of a fixed list: programs get the key, people the label.
struct AnswerTerm {
    std::string_view key;
    Text label;
};

/// A number in its decimal digits, as JSON writes it: 35.680959.
struct AnswerNumber {
    std::string digits;
};

struct AnswerField;
using AnswerRecord = std::vector<AnswerField>;

/// What a field holds; the first is nothing, which JSON writes as null and text leaves out.
using AnswerValue =
    std::variant<std::monostate, std::string, AnswerNumber, bool, AnswerTerm, std::vector<std::string>,
                 std::vector<AnswerNumber>, AnswerRecord, std::vector<AnswerRecord>>;

struct AnswerField {
    FieldName name;
    AnswerValue value;
};

/// A record of these fields, which are not copied as those of an initializer list are.
template <class... Fields>
AnswerRecord record_of(Fields&&... fields) {
    AnswerRecord record;
    record.reserve(sizeof...(fields));
    (record.push_back(std::forward<Fields>(fields)), ...);
    return record;
}

/// A field with a text, or with nothing where that is empty.
inline AnswerField text_field(const FieldName& name, std::string_view text) {
    return {name, text.empty() ? AnswerValue() : AnswerValue(std::string(text))};
}

}  // namespace daicho
