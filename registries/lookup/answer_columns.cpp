#include "registries/lookup/answer_columns.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/formats/json_writer.hpp"
#include "grammars/text/ascii.hpp"
#include "registries/lookup/answer_json.hpp"
#include "registries/lookup/answer_text.hpp"

namespace daicho {

namespace {

constexpr FieldName answer_name{"answer", {"判定", "answer"}};
constexpr FieldName reason_name{"reason", {"理由", "reason"}};
constexpr FieldName note_name{"note", {"注意", "note"}};
constexpr FieldName candidates_name{"candidates", {"候補", "candidates"}};

AnswerTerm term_of(LookupAnswer::Status status) {
    switch (status) {
        case LookupAnswer::Status::found:
            return {"found", {"一致", "found"}};
        case LookupAnswer::Status::unsure:
            return {"unsure", {"要確認", "unsure"}};
        case LookupAnswer::Status::not_found:
            return {"not-found", {"該当なし", "not found"}};
        case LookupAnswer::Status::not_covered:
            break;
    }
    return {"not-covered", {"収録外", "not covered"}};
}

/// What may be meant where the answer is not one alone.
AnswerValue candidates_of(const LookupAnswer& answer, Language language) {
    std::vector<std::string> titles;
    if (answer.status() != LookupAnswer::Status::unsure) return {};
    for (const LookupMatch& match : answer.matches) titles.push_back(answer_title(match.fields, language));
    return titles;
}

/// Texts, numbers and keys as they are; lists and records as JSON.
void append_cell_for_programs(std::string& out, const AnswerValue& value) {
    if (std::holds_alternative<std::monostate>(value)) return;
    if (const auto* text = std::get_if<std::string>(&value)) {
        out += *text;
    } else if (const auto* term = std::get_if<AnswerTerm>(&value)) {
        out += term->key;
    } else {
        JsonWriter writer{out};
        write_value(writer, value);
    }
}

bool same(const AnswerValue& one, const AnswerValue& other) {
    return answer_cell(one, Language::ja) == answer_cell(other, Language::ja);
}

}  // namespace

void JoinedCells::clear() {
    text_.clear();
    ends_.clear();
}

std::string_view JoinedCells::operator[](std::size_t number) const {
    const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(text_).substr(begin, ends_[number] - begin);
}

const AnswerField* field_named(const AnswerRecord& record, std::string_view name, std::size_t& place) {
    if (place < record.size() && is_named(record[place].name, name)) return &record[place];
    const auto found =
        std::ranges::find_if(record, [&](const AnswerField& one) { return is_named(one.name, name); });
    if (found == record.end()) return nullptr;
    place = static_cast<std::size_t>(found - record.begin());
    return &*found;
}

AnswerColumns::Column AnswerColumns::column_named(const std::string& name, Language language) {
    Column column{.name = name, .field = name.substr(0, name.find('.')), .within = {}, .language = language};
    if (const std::size_t dot = name.find('.'); dot != name.npos) column.within = name.substr(dot + 1);
    constexpr std::pair<const FieldName&, Source> beside_fields[] = {
        {answer_name, Source::answer},
        {reason_name, Source::reason},
        {note_name, Source::note},
        {candidates_name, Source::candidates},
    };
    for (const auto& [field, source] : beside_fields) {
        if (is_named(field, name)) column.source = source;
    }
    const bool ascii = is_ascii(name);
    column.by_key = ascii && name.find(' ') == name.npos;
    if (!column.by_key) column.language = ascii ? Language::en : Language::ja;
    return column;
}

AnswerColumns::AnswerColumns(const LookupKind& kind, const std::vector<std::string>& names, Language language)
    : shows_hints_(kind.asks_addresses), fields_of_kind_(kind.settled_fields()), language_(language) {
    for (const std::string& name : names) columns_.push_back(column_named(name, language));
    if (!names.empty()) return;
    if (kind.beside_column == nullptr) {
        throw Error{
            ErrorKind::usage,
            "「" + std::string(kind.name) + "」は、列の横に置く項目を決めていません。項目を選んでください",
            "'" + std::string(kind.name) + "' has no usual fields to stand beside a column; choose some"};
    }
    const auto add = [&](const FieldName& field) {
        Column& column = columns_.emplace_back(column_named(std::string(field.key), language));
        column.name = field.label.in(language);
        column.by_key = false;
        column.language = language;
    };
    add(answer_name);
    for (const FieldName& field : kind.beside_column()) add(field);
    for (const FieldName* field : {&reason_name, &note_name, &candidates_name}) add(*field);
}

std::vector<std::string> AnswerColumns::headers(const std::vector<std::string>& taken) const {
    std::vector<std::string> all = taken;
    for (const Column& column : columns_) {
        std::string name = column.name;
        const auto is_taken = [&] { return std::ranges::find(all, name) != all.end(); };
        for (unsigned more = 1; is_taken(); ++more) {
            name = column.name + (column.language == Language::ja ? "_台帳" : "_registry");
            if (more > 1) name += '_' + std::to_string(more);
        }
        all.push_back(std::move(name));
    }
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(taken.size()));
    return all;
}

FieldChoice AnswerColumns::fields(std::vector<std::string> more) const {
    bool titles = false;
    for (const Column& column : columns_) {
        titles |= column.source == Source::candidates;
        if (column.source == Source::field) more.push_back(column.field);
    }
    return FieldChoice(std::move(more), titles, fields_of_kind_);
}

const AnswerValue* AnswerColumns::agreed(Column& column, const LookupAnswer& answer) const {
    if (answer.matches.empty()) return nullptr;
    const auto value_in = [&](const LookupMatch& match) -> const AnswerValue* {
        const AnswerField* field = field_named(match.fields, column.field, column.place);
        if (field == nullptr || column.within.empty()) return field ? &field->value : nullptr;
        const auto* record = std::get_if<AnswerRecord>(&field->value);
        std::size_t place = 0;
        const AnswerField* inner = record ? field_named(*record, column.within, place) : nullptr;
        return inner ? &inner->value : nullptr;
    };
    const LookupMatch& first = answer.matches.front();
    if (!first.sure && !first.tied && !shows_hints_) return nullptr;
    const AnswerValue* value = value_in(first);
    for (const LookupMatch& match : answer.matches) {
        if (value == nullptr || !match.tied) continue;
        const AnswerValue* other = value_in(match);
        if (other == nullptr || !same(*value, *other)) return nullptr;
    }
    return value;
}

/// The value of a column that is no field.
AnswerValue AnswerColumns::value(const Column& column, const LookupAnswer& answer) const {
    switch (column.source) {
        case Source::answer:
            return term_of(answer.status());
        case Source::reason:
            if (answer.matches.empty()) return {};
            return answer.matches.front().reason;
        case Source::note:
            return answer.note(column.language).empty()
                       ? AnswerValue()
                       : AnswerValue(std::string(answer.note(column.language)));
        case Source::candidates:
            return candidates_of(answer, language_);
        case Source::field:
            break;
    }
    return {};
}

template <class Use>
void AnswerColumns::for_each_value(const LookupAnswer& answer, Use use) {
    static const AnswerValue nothing;
    for (Column& column : columns_) {
        if (column.source != Source::field) {
            use(column, value(column, answer));
        } else {
            const AnswerValue* agreed_on = agreed(column, answer);
            use(column, agreed_on ? *agreed_on : nothing);
        }
    }
}

void AnswerColumns::append(std::vector<AnswerValue>& values, const LookupAnswer& answer) {
    for_each_value(answer, [&](const Column&, const AnswerValue& one) { values.push_back(one); });
}

void AnswerColumns::append(JoinedCells& cells, const LookupAnswer& answer) {
    for_each_value(answer, [&](const Column& column, const AnswerValue& one) {
        if (column.by_key) {
            append_cell_for_programs(cells.text(), one);
        } else {
            append_answer_cell(cells.text(), one, column.language);
        }
        cells.end_cell();
    });
}

void AnswerColumns::write_members(JsonWriter& json, std::span<const std::string> keys,
                                  const LookupAnswer& answer) {
    auto key = keys.begin();
    for_each_value(
        answer, [&](const Column&, const AnswerValue& one) { write_value(json.written_key(*key++), one); });
}

std::vector<std::string> AnswerColumns::unknown(const LookupAnswer& answer) const {
    std::vector<std::string> names;
    if (answer.matches.empty()) return names;
    for (const Column& column : columns_) {
        std::size_t place = column.place;
        if (column.source == Source::field &&
            field_named(answer.matches.front().fields, column.field, place) == nullptr) {
            names.push_back(column.name);
        }
    }
    return names;
}

}  // namespace daicho
