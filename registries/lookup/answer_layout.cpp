#include "registries/lookup/answer_layout.hpp"

#include <algorithm>
#include <variant>

#include "registries/lookup/answer_text.hpp"

namespace daicho {

const std::vector<AnswerRecord>* records_for_table(const AnswerField& field) {
    const auto* records = std::get_if<std::vector<AnswerRecord>>(&field.value);
    const auto beyond_title = [](const AnswerField& one) { return one.name.shown != ShownIn::title; };
    if (!records || records->empty() || !std::ranges::any_of(records->front(), beyond_title)) return nullptr;
    return records;
}

std::vector<std::size_t> list_columns(std::span<const LookupMatch> matches) {
    std::vector<std::size_t> columns;
    const AnswerRecord& first = matches.front().fields;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const ShownIn shown = first[i].name.shown;
        const auto is_there = [&](const LookupMatch& match) {
            return !answer_cell(match.fields[i].value, Language::ja).empty();
        };
        if (shown != ShownIn::title && shown != ShownIn::column) continue;
        if (std::ranges::any_of(matches, is_there)) columns.push_back(i);
    }
    return columns;
}

}  // namespace daicho
