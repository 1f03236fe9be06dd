#include "registries/lookup/answer_text.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

#include "grammars/text/join.hpp"
#include "grammars/text/visible.hpp"
#include "models/dictionary/sheet_table.hpp"
#include "registries/lookup/answer_layout.hpp"

namespace daicho {

namespace {

constexpr Text found_by{"根拠", "found by"};

struct CellWriter {
    std::string& out;
    Language language;

    void operator()(std::monostate) const {}
    void operator()(const std::string& text) const { out += text; }
    void operator()(const AnswerNumber& number) const { out += number.digits; }
    void operator()(bool value) const {
        out += (value ? Text{"はい", "yes"} : Text{"いいえ", "no"}).in(language);
    }
    void operator()(const AnswerTerm& term) const { out += term.label.in(language); }
    void operator()(std::vector<std::string> texts) const {
        std::erase(texts, std::string());  // 静岡県、浜松市中央区 where there is no third item
        out += joined(texts, Text{"、", ", "}.in(language));
    }
    void operator()(const std::vector<AnswerNumber>& numbers) const {
        std::vector<std::string> digits;
        for (const AnswerNumber& number : numbers) digits.push_back(number.digits);
        out += joined(digits, ", ");
    }
    void operator()(const AnswerRecord& record) const { out += answer_title(record, language); }
    void operator()(const std::vector<AnswerRecord>& records) const {
        std::vector<std::string> titles;
        for (const AnswerRecord& record : records) titles.push_back(answer_title(record, language));
        out += joined(titles, Text{"、", ", "}.in(language));
    }
};

}  // namespace

void append_answer_cell(std::string& out, const AnswerValue& value, Language language) {
    std::visit(CellWriter{out, language}, value);
}

std::string answer_cell(const AnswerValue& value, Language language) {
    std::string cell;
    append_answer_cell(cell, value, language);
    return cell;
}

std::string answer_title(const AnswerRecord& record, Language language) {
    std::vector<std::string> texts;
    for (const AnswerField& field : record) {
        if (field.name.shown == ShownIn::title) texts.push_back(answer_cell(field.value, language));
    }
    std::erase(texts, std::string());
    return joined(texts, " ");
}

namespace {

std::string label(const AnswerField& field, Language language) {
    return std::string(field.name.label.in(language));
}

std::string table(const std::vector<AnswerRecord>& records, Language language) {
    std::vector<Cells> rows(1);
    for (const AnswerField& field : records.front()) {
        if (is_seen(field)) rows.front().push_back(label(field, language));
    }
    for (const AnswerRecord& record : records) {
        Cells& row = rows.emplace_back();
        for (const AnswerField& field : record) {
            if (is_seen(field)) row.push_back(answer_cell(field.value, language));
        }
    }
    return lined_up(rows, "    ");
}

/// Rows of the fields that people want to see; tables are put behind. A record within is shown like its
/// owner.
void append_rows(std::vector<Cells>& rows, std::string& tables, const AnswerRecord& fields,
                 Language language) {
    for (const AnswerField& field : fields) {
        if (!is_row(field)) continue;
        if (const auto* records = records_for_table(field)) {
            tables += "  " + label(field, language) + '\n' + table(*records, language);
        } else if (const auto* within = std::get_if<AnswerRecord>(&field.value)) {
            append_rows(rows, tables, *within, language);
        } else if (std::string text = answer_cell(field.value, language); !text.empty()) {
            rows.push_back({label(field, language), std::move(text)});
        }
    }
}

/// A match with all that people want to know of it.
void append_whole(std::string& out, const LookupMatch& match, Language language) {
    out += answer_title(match.fields, language) + '\n';
    std::vector<Cells> rows;
    std::string tables;
    append_rows(rows, tables, match.fields, language);
    rows.push_back({std::string(found_by.in(language)), std::string(match.reason.label.in(language))});
    out += lined_up(rows, "  ") + tables;
}

/// Matches in a line each, below the names of the columns.
void append_list(std::string& out, std::span<const LookupMatch> matches, Language language) {
    const std::vector<std::size_t> columns = list_columns(matches);
    std::vector<Cells> rows(1);
    for (const std::size_t i : columns) rows.front().push_back(label(matches.front().fields[i], language));
    rows.front().emplace_back(found_by.in(language));
    for (const LookupMatch& match : matches) {
        Cells& row = rows.emplace_back();
        for (const std::size_t i : columns) row.push_back(answer_cell(match.fields[i].value, language));
        row.emplace_back(match.reason.label.in(language));
    }
    out += lined_up(rows, "  ");
}

void append_remarks(std::string& remarks, std::string_view query, const LookupAnswer& answer,
                    Language language) {
    const std::string asked(query);
    const bool ja = language == Language::ja;
    using Status = LookupAnswer::Status;
    if (answer.status() == Status::not_found) {
        remarks += ja ? "「" + asked + "」は見つかりません。" : "'" + asked + "' was not found";
        remarks += '\n';
    } else if (answer.status() == Status::not_covered) {
        remarks += ja ? "「" + asked + "」は収録の範囲外です。" : "'" + asked + "' is not covered";
        remarks += '\n';
    }
    if (!answer.note(language).empty()) remarks.append(answer.note(language)) += '\n';
}

void append_matches(std::string& out, const LookupAnswer& answer, Language language) {
    std::span<const LookupMatch> rest = answer.matches;
    if (answer.matches.front().tied) {
        out += Text{"どれもあてはまります:\n", "several are equally good:\n"}.in(language);
    } else {
        append_whole(out, answer.matches.front(), language);
        rest = rest.subspan(1);
        if (!rest.empty()) out += Text{"ほかの候補:\n", "others:\n"}.in(language);
    }
    if (!rest.empty()) append_list(out, rest, language);
    if (!answer.complete && answer.covered) out += "  …\n";
}

}  // namespace

void append_answer_text(std::string& out, std::string& remarks, std::string_view query,
                        const LookupAnswer& answer, Language language) {
    std::string said;
    append_remarks(said, query, answer, language);
    remarks += visible_lines(said);
    if (answer.matches.empty()) return;
    std::string told;
    append_matches(told, answer, language);
    out += visible_lines(told);
}

}  // namespace daicho
