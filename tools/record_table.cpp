#include "tools/record_table.hpp"

#include <cstdlib>

#include "grammars/formats/json_writer.hpp"
#include "grammars/text/counted.hpp"
#include "registries/lookup/answer_json.hpp"
#include "registries/lookup/answer_text.hpp"
#include "tools/text_table.hpp"

namespace daicho {

namespace {

template <class Cell>
std::vector<std::string> row_of(const AnswerRecord& record, Cell cell) {
    std::vector<std::string> row;
    for (const AnswerField& field : record) {
        if (field.name.shown != ShownIn::nowhere) row.push_back(cell(field));
    }
    return row;
}

std::string cell_of(const AnswerField& field, Language language) {
    const auto* number = std::get_if<AnswerNumber>(&field.value);
    return number ? grouped(std::atoll(number->digits.c_str())) : answer_cell(field.value, language);
}

}  // namespace

AnswerNumber count_of(std::int64_t count) {
    return {std::to_string(count)};
}

AnswerField fact(std::string_view key, AnswerValue value) {
    return {{key, {}, ShownIn::nowhere}, std::move(value)};
}

AnswerField text_fact(std::string_view key, std::string_view text) {
    return text_field({key, {}, ShownIn::nowhere}, text);
}

std::string record_line(const AnswerRecord& record) {
    std::string line;
    JsonWriter json(line);
    json.begin_object();
    write_record(json, record);
    json.end_object().end_line();
    return line;
}

std::string record_table(const std::vector<AnswerRecord>& records, const AnswerRecord& like,
                         Language language) {
    TextTable table(
        row_of(like, [&](const AnswerField& field) { return std::string(field.name.label.in(language)); }));
    for (const AnswerRecord& record : records) {
        table.add(row_of(record, [&](const AnswerField& field) { return cell_of(field, language); }));
    }
    return table.text();
}

}  // namespace daicho
