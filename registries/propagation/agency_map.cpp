#include "registries/propagation/agency_map.hpp"

#include <algorithm>
#include <optional>

#include "grammars/base/error.hpp"

namespace daicho {

namespace {

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(at);
        parts.push_back(text.substr(0, end));
        if (end == text.npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::optional<AgencyItem> find_item(std::string_view word) {
    for (auto i = static_cast<unsigned>(AgencyItem::number);
         i <= static_cast<unsigned>(AgencyItem::successor); ++i) {
        const auto item = static_cast<AgencyItem>(i);
        if (to_string(item) == word) return item;
    }
    return std::nullopt;
}

bool is_part_of_address(AgencyItem item) {
    return item == AgencyItem::prefecture || item == AgencyItem::city || item == AgencyItem::street;
}

class MapReader {
 public:
    MapReader(std::string_view text, const std::string& name) : text_(text), name_(name) {}

    AgencyMap read() {
        if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
        for (std::string_view line : split(text_, '\n')) {
            ++line_;
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (!line.empty() && line[0] != '#') map_.columns.push_back(read_column(split(line, '\t')));
        }
        const auto numbers = std::count_if(
            map_.columns.begin(), map_.columns.end(),
            [](const AgencyColumn& column) { return column.items.front() == AgencyItem::number; });
        if (numbers != 1) {
            refuse("法人番号の列（number）をちょうど一つ書いてください",
                   "it takes exactly one column with the corporate number (number)");
        }
        return std::move(map_);
    }

 private:
    AgencyColumn read_column(const std::vector<std::string_view>& parts) {
        AgencyColumn column;
        column.header = parts[0];
        if (parts.size() < 2) {
            refuse("見出し、タブ、項目の順に書いてください", "write the header, a tab and the item");
        }
        const std::string_view items = parts[1] == "address" ? "prefecture+city+street" : parts[1];
        for (const std::string_view word : split(items, '+')) {
            const auto item = find_item(word);
            if (!item) {
                refuse("項目「" + std::string(word) + "」はありません。使える項目: " + all_items(),
                       "there is no item '" + std::string(word) + "'; there are: " + all_items());
            }
            column.items.push_back(*item);
        }
        const bool parts_only = std::all_of(column.items.begin(), column.items.end(), is_part_of_address);
        if (column.items.size() > 1 && !parts_only) {
            refuse("+ でつなげるのは prefecture・city・street だけです",
                   "only prefecture, city and street are joined by +");
        }
        for (std::size_t i = 2; i < parts.size(); ++i) {
            const std::size_t equals = parts[i].find('=');
            if (equals == parts[i].npos)
                refuse("言葉は open=営業中 のように書いてください", "write words as open=active");
            column.words.emplace(parts[i].substr(0, equals), parts[i].substr(equals + 1));
        }
        if (column.items.front() == AgencyItem::status &&
            (!column.words.contains("open") || !column.words.contains("closed"))) {
            refuse("status には open= と closed= の言葉が要ります",
                   "a status column needs the words open= and closed=");
        }
        return column;
    }

    static std::string all_items() {
        std::string list = "address";
        for (auto i = static_cast<unsigned>(AgencyItem::number);
             i <= static_cast<unsigned>(AgencyItem::successor); ++i) {
            list.append(", ").append(to_string(static_cast<AgencyItem>(i)));
        }
        return list;
    }

    [[noreturn]] void refuse(const std::string& ja, const std::string& en) const {
        const std::string place = name_ + ":" + std::to_string(line_) + ": ";
        throw Error{ErrorKind::input, place + ja, place + en};
    }

    std::string_view text_;
    const std::string& name_;
    std::size_t line_ = 0;
    AgencyMap map_;
};

}  // namespace

AgencyMap read_agency_map(std::string_view text, const std::string& name) {
    return MapReader(text, name).read();
}

}  // namespace daicho
