#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "registries/lookup/lookup.hpp"

namespace daicho {

class JsonWriter;

/// Cells, their texts one behind the other.
class JoinedCells {
 public:
    void clear();
    /// What the next cell, which the caller ends, is appended to.
    std::string& text() { return text_; }
    void end_cell() { ends_.push_back(text_.size()); }

    std::size_t size() const { return ends_.size(); }
    std::string_view operator[](std::size_t number) const;

 private:
    std::string text_;
    std::vector<std::size_t> ends_;
};

/// Answers as cells of some columns, to stand beside what was asked. A column is named by the key of a field
/// or by its label in either language, `forms.english` is a field of a nested record; beside the fields of
/// the kind there are `answer` (判定: found, unsure ...), `reason`, `note` and `candidates`. Terms are
/// written by key where the column is named by key, else by label; lists and records as JSON where it is
/// named by key.
class AnswerColumns {
 public:
    /// No names: `answer`, the fields that the kind shows, `reason`, `note` and `candidates`, by their
    /// labels. Throws Error where the kind shows none by itself.
    AnswerColumns(const LookupKind& kind, const std::vector<std::string>& names, Language language);

    /// What stands above the columns; a name that is among `taken` gets a mark behind it.
    std::vector<std::string> headers(const std::vector<std::string>& taken) const;
    std::size_t size() const { return columns_.size(); }

    /// What to ask for; `more` beside what the columns show.
    FieldChoice fields(std::vector<std::string> more = {}) const;

    /// Appends a cell for each column. Fields are those of the first match where the answer is found, or an
    /// address that is known down to some level; of several equally good matches what they agree on; empty
    /// otherwise.
    void append(JoinedCells& cells, const LookupAnswer& answer);
    /// Appends a value for each column.
    void append(std::vector<AnswerValue>& values, const LookupAnswer& answer);
    /// Writes a member for each column into an object that was begun; `keys` are JSON already.
    void write_members(JsonWriter& json, std::span<const std::string> keys, const LookupAnswer& answer);

    /// Names that are no field of the answer's matches; none where it has no match.
    std::vector<std::string> unknown(const LookupAnswer& answer) const;

 private:
    enum class Source : unsigned char { field, answer, reason, note, candidates };
    struct Column {
        std::string name;    ///< as given, and above the column
        std::string field;   ///< key or label of the field
        std::string within;  ///< of the record that the field holds; empty: the field itself
        Source source = Source::field;
        Language language = Language::ja;
        bool by_key = false;
        std::size_t place = 0;  ///< where the field was last found
    };

    static Column column_named(const std::string& name, Language language);
    AnswerValue value(const Column& column, const LookupAnswer& answer) const;
    template <class Use>
    void for_each_value(const LookupAnswer& answer, Use use);
    const AnswerValue* agreed(Column& column, const LookupAnswer& answer) const;

    std::vector<Column> columns_;
    bool shows_hints_ = false;
    std::span<const FieldName> fields_of_kind_;
    Language language_;
};

/// The field of that key or label, or null. `place` is where it is looked for first, and where it was.
const AnswerField* field_named(const AnswerRecord& record, std::string_view name, std::size_t& place);

}  // namespace daicho
