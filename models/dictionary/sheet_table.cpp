#include "models/dictionary/sheet_table.hpp"

#include <algorithm>

#include "grammars/text/width.hpp"
#include "models/dictionary/item_words.hpp"

namespace daicho {

namespace {

std::string list_of(const syntax::Type& type) {
    return type.kind == syntax::TypeKind::code ? type.names.front().text : std::string();
}

}  // namespace

SheetTable sheet_table(const ClassSheet& sheet, Language language, bool paths) {
    const auto say = [&](std::string_view ja, std::string_view en) {
        return std::string(Text{ja, en}.in(language));
    };
    SheetTable table;
    table.header = {say("番号", "No."), say("項目名", "Item"), say("英語名", "Name"), say("型", "Type"),
                    say("個数", "Values")};
    for (const auto& column : sheet.columns) {
        table.header.push_back(column.empty() ? say("必須", "Required") : column);
    }
    table.header.push_back(say("コード一覧", "Code list"));
    table.header.push_back(say("備考", "Notes"));
    for (const SheetItem& line : sheet.items) {
        const syntax::Item& item = *line.item;
        Cells cells{line.number, paths ? line.header : item.label.ja, paths ? line.path : item.name.text,
                    type_in_words(item.type, language), cardinality_in_words(item.cardinality)};
        for (const Demand demand : line.demands) cells.emplace_back(sign_of(demand));
        cells.push_back(list_of(item.type));
        cells.push_back(notes_in_words(line, language));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::string legend_of(const ClassSheet& sheet, Language language) {
    constexpr Text meanings[] = {{"", ""},
                                 {"必須", "required"},
                                 {"列は必須、値は空でもよい", "column required, the value may be empty"},
                                 {"推奨", "recommended"},
                                 {"あれば必須", "required where there is one"},
                                 {"書かない", "must not be there"}};
    Cells parts;
    for (std::size_t i = 1; i < std::size(meanings); ++i) {
        const auto demand = static_cast<Demand>(i);
        const bool occurs = std::ranges::any_of(sheet.items, [&](const SheetItem& line) {
            return std::ranges::find(line.demands, demand) != line.demands.end();
        });
        if (occurs)
            parts.push_back(std::string(sign_of(demand)) + " " + std::string(meanings[i].in(language)));
    }
    return joined_filled(parts, language == Language::ja ? "　" : "   ");
}

std::string lined_up(const std::vector<Cells>& rows, std::string_view indentation) {
    std::vector<std::size_t> widths;
    for (const Cells& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    }
    std::string out;
    for (const Cells& row : rows) {
        std::string line(indentation);
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += i + 1 == row.size() ? row[i] : padded(row[i], widths[i] + 2);
        }
        out.append(line, 0, line.find_last_not_of(' ') + 1) += '\n';
    }
    return out;
}

}  // namespace daicho
