#include "grammars/formats/header_finder.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "grammars/formats/csv_scalar.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

/// A header further down is not looked for.
constexpr std::size_t deepest_header = 30;
/// Records below a row that are asked what the columns hold.
constexpr std::size_t judged_records = 30;
constexpr std::size_t sampled_cells = 40000;

using Row = std::vector<std::string>;

bool is_blank(const Row& row) {
    return std::all_of(row.begin(), row.end(), [](const auto& cell) { return trimmed(cell).empty(); });
}

bool is_comment(const Row& row) {
    return !row.empty() && row.front().starts_with('#');
}

/// A value and no name: digits with signs between them (numbers, dates, times, phones, codes, coordinates), a
/// URL, an e-mail address, full-width digits.
bool is_value(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return false;
    if (text.find("://") != text.npos || (text.find('@') != text.npos && text.find('.') != text.npos))
        return true;
    std::size_t digits = 0;
    std::size_t others = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = code_point_at(text, at);
        at += c.size;
        if ((c.value >= '0' && c.value <= '9') || (c.value >= 0xFF10 && c.value <= 0xFF19)) {
            ++digits;
        } else if (std::string_view{"+-./:,() "}.find(static_cast<char>(c.value)) == std::string_view::npos ||
                   c.value > 0x7F) {
            ++others;
        }
    }
    return digits > 0 && others == 0;
}

/// 2019, 2020, 2021 or 0, 1, 2: numbers that may well be names of columns.
bool counts_upwards(const Row& row) {
    long before = -1;
    std::size_t numbers = 0;
    for (const auto& cell : row) {
        const auto text = trimmed(cell);
        long number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size()) continue;
        if (number <= before) return false;
        before = number;
        ++numbers;
    }
    return numbers >= 3;
}

/// The width that most of the records [from, to) have; among equally common ones `preferred`, then the
/// larger.
std::size_t usual_width(const SampleRecords& records, std::size_t from, std::size_t to,
                        std::size_t preferred) {
    std::map<std::size_t, std::size_t> count;
    for (std::size_t i = from; i < to; ++i) {
        if (!is_blank(records[i]) && !is_comment(records[i])) ++count[records[i].size()];
    }
    if (count.empty() && from > 0) return records[from - 1].size();
    std::size_t best = 0;
    std::size_t most = 0;
    for (const auto& [width, times] : count) {
        if (times > most || (times == most && best != preferred)) {
            best = width;
            most = times;
        }
    }
    return best;
}

std::size_t usual_width(const SampleRecords& records, std::size_t from, std::size_t preferred = 0) {
    return usual_width(records, from, records.size(), preferred);
}

/// Columns that hold any text in the rows [from, to).
std::vector<bool> used_columns(const SampleRecords& records, std::size_t from, std::size_t to,
                               std::size_t columns) {
    std::vector<bool> used(columns);
    for (std::size_t i = from; i < std::min(to, records.size()); ++i) {
        for (std::size_t c = 0; c < std::min(columns, records[i].size()); ++c) {
            if (!trimmed(records[i][c]).empty()) used[c] = true;
        }
    }
    return used;
}

/// Different names in (nearly) every column. `any`: a name may look like a value or come twice, as the URLs
/// of LinkData do.
bool names_the_columns(const Row& row, std::size_t columns, bool any) {
    std::set<std::string_view> names;
    for (const auto& cell : row) {
        const auto name = trimmed(cell);
        if (name.empty()) continue;
        const bool again = !names.insert(name).second;
        if (!any && (again || is_value(name))) return false;
    }
    return names.size() >= 2 && names.size() * 5 >= columns * 4 && row.size() == columns;
}

struct Counts {
    std::size_t filled = 0;
    std::size_t values = 0;
};

Counts count_cells(const Row& row) {
    Counts counts;
    for (const auto& cell : row) {
        counts.filled += !trimmed(cell).empty();
        counts.values += is_value(cell);
    }
    return counts;
}

/// Behind the rows that stand together with the one `at`: one that is blank or a title ends them.
std::size_t end_of_block(const SampleRecords& records, std::size_t at) {
    while (at < records.size() && (is_comment(records[at]) || count_cells(records[at]).filled > 1)) ++at;
    return at;
}

/// The rows below that show which columns are in use: those of another table further down do not. What has
/// but two columns, or one row, may be facts about the table (担当,企画課) as well.
std::size_t end_of_judged(const SampleRecords& records, std::size_t at) {
    constexpr std::size_t least_rows = 3, least_cells = 3;
    const std::size_t all = at + 1 + judged_records, end = end_of_block(records, at);
    return count_cells(records[at]).filled >= least_cells && end - at >= least_rows ? std::min(all, end)
                                                                                    : all;
}

/// A row without values that has another number of cells may be the header of another table.
bool may_begin_another(const Row& row, std::size_t width) {
    const Counts counts = count_cells(row);
    return row.size() != width && counts.filled > 1 && counts.values == 0;
}

/// The width that most records have that stand together with a header of `width` cells, whatever table stands
/// below them.
std::size_t width_below(const SampleRecords& records, std::size_t from, std::size_t width) {
    std::size_t end = from;
    for (const std::size_t gap = end_of_block(records, from); end < gap; ++end) {
        if (end > from + 1 && may_begin_another(records[end], width)) break;
    }
    return usual_width(records, from, end > from ? end : records.size(), width);
}

/// Once the header is found, or that there is none.
void settle_width(const SampleRecords& records, HeaderPlace& place) {
    if (place.found) place.width = records[place.header].size();
    place.columns = place.found ? width_below(records, place.records, place.width)
                                : usual_width(records, place.records, place.width);
}

bool looks_like_header(const SampleRecords& records, std::size_t at, std::size_t columns) {
    const Row& row = records[at];
    const auto used = used_columns(records, at + 1, end_of_judged(records, at), columns);
    const auto in_use = static_cast<std::size_t>(std::count(used.begin(), used.end(), true));
    const Counts counts = count_cells(row);
    const std::size_t wanted = std::max<std::size_t>(1, in_use);
    if (counts.filled == 0 || counts.filled * 2 < wanted) return false;
    // Columns without a name belong together with columns that nobody fills; a title is one cell of many.
    if (counts.filled == 1 && columns > 2 && in_use > 1) return false;
    if (counts.values * 5 <= counts.filled) return true;
    return counts_upwards(row) && counts.values < counts.filled;
}

/// Rows below the header that describe the columns in other words: text in every column that else holds
/// values.
std::size_t description_rows(const SampleRecords& records, std::size_t first, std::size_t columns) {
    if (first >= records.size() || is_blank(records[first]) || records.size() < first + 4) return 0;
    std::size_t typed = 0;
    for (std::size_t c = 0; c < columns; ++c) {
        std::size_t filled = 0;
        std::size_t values = 0;
        for (std::size_t i = first + 1; i < std::min(records.size(), first + 1 + judged_records); ++i) {
            if (c >= records[i].size() || trimmed(records[i][c]).empty()) continue;
            ++filled;
            values += is_value(records[i][c]);
        }
        if (filled < 3 || values != filled) continue;
        if (c >= records[first].size() || trimmed(records[first][c]).empty() || is_value(records[first][c]))
            return 0;
        ++typed;
    }
    return typed >= 2 ? 1 : 0;
}

bool is_code_row(const Row& row) {
    return std::all_of(row.begin(), row.end(), [](const auto& cell) {
        return std::all_of(cell.begin(), cell.end(),
                           [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    });
}

/// `# as of 1 April`; with text in more cells it is a record whose first cell begins with #.
bool is_comment_below(const Row& row) {
    return is_comment(row) && count_cells(row).filled <= 1;
}

std::size_t skip_blank_and_comments(const SampleRecords& records, std::size_t at) {
    while (at < records.size() && (is_blank(records[at]) || is_comment(records[at]))) ++at;
    return at;
}

/// `#license,CC BY`, as the table files of LinkData have above `#property`.
bool is_metadata(const Row& row) {
    constexpr std::string_view names[] = {
        "#lang",      "#attribution_name", "#attribution_url",
        "#license",   "#file_name",        "#download_from",
        "#title",     "#description",      "#publisher",
        "#creator",   "#source",           "#url",
        "#namespace", "#object_type_xsd",  "#date",
        "#modified",  "#issued",           "#version",
    };
    return std::find(std::begin(names), std::end(names), trimmed(row.front())) != std::end(names);
}

bool is_property_line(const Row& row) {
    return !row.empty() && row.front() == "#property";
}

/// The `#` line that names the columns of the table behind the `#` lines: in the table files of LinkData that
/// of `#property`, else the last one with a name for every column.
std::optional<std::size_t> header_in_comments(const SampleRecords& records, std::size_t behind,
                                              std::size_t columns) {
    std::optional<std::size_t> header;
    for (std::size_t i = 0; i < behind; ++i) {
        const bool names =
            is_comment(records[i]) && names_the_columns(records[i], columns, is_property_line(records[i]));
        if (!names || is_metadata(records[i])) continue;
        header = i;
        if (is_property_line(records[i])) break;
    }
    return header;
}

/// Where the `#property` line stands that has nothing but titles and comments above it, and no header below
/// it; else 0.
std::size_t below_titles(const SampleRecords& records, std::size_t columns) {
    const auto is_above = [](const Row& row) {
        return !is_property_line(row) && (is_comment(row) || count_cells(row).filled <= 1);
    };
    const auto end = records.begin() + static_cast<std::ptrdiff_t>(std::min(records.size(), deepest_header));
    const auto line = std::find_if_not(records.begin(), end, is_above);
    if (line == end || !is_property_line(*line)) return 0;
    const auto at = static_cast<std::size_t>(line - records.begin());
    const std::size_t first = skip_blank_and_comments(records, at);
    return first < records.size() && looks_like_header(records, first, columns) ? 0 : at;
}

}  // namespace

HeaderPlace place_header(const SampleRecords& records, std::size_t number) {
    HeaderPlace place;
    place.found = number != 0 && number <= records.size();
    place.header = number == 0 ? 0 : number - 1;
    place.records = place.found ? number : 0;
    settle_width(records, place);
    return place;
}

HeaderPlace find_header(const SampleRecords& records) {
    HeaderPlace place;
    place.columns = usual_width(records, 0);
    const std::size_t first = skip_blank_and_comments(records, below_titles(records, place.columns));
    if (const auto comment = header_in_comments(records, first, place.columns)) {
        return {true, *comment, first, usual_width(records, first, records[*comment].size()),
                records[*comment].size()};
    }
    for (std::size_t at = first; at < std::min(records.size(), deepest_header); ++at) {
        if (is_blank(records[at]) || is_comment(records[at])) continue;
        if (!looks_like_header(records, at, place.columns)) continue;
        place.found = true;
        place.header = at;
        if (description_rows(records, at + 1, place.columns) == 1) {
            place.records = at + 2;
            if (is_code_row(records[at]) && !is_code_row(records[at + 1])) place.header = at + 1;
        } else {
            place.records = at + 1;
        }
        while (place.records < records.size() && is_comment_below(records[place.records])) ++place.records;
        break;
    }
    settle_width(records, place);
    return place;
}

std::vector<std::string> header_names(const SampleRecords& records, const HeaderPlace& place) {
    std::vector<std::string> names;
    if (!place.found) {
        for (std::size_t c = 0; c < place.columns; ++c) names.push_back(std::to_string(c + 1));
        return names;
    }
    names = records[place.header];
    names.resize(std::max(names.size(), place.columns));
    if (place.header == 0) return names;
    const Row& above = records[place.header - 1];
    if (is_comment(above) || count_cells(above).filled < 2) return names;
    for (std::size_t c = 0; c < std::min(names.size(), above.size()); ++c) {
        if (trimmed(names[c]).empty() && !is_value(above[c])) names[c] = above[c];
    }
    return names;
}

std::vector<SampleRecord> sample_records(std::string_view text, char delimiter, bool complete,
                                         std::size_t limit) {
    std::vector<SampleRecord> records;
    CsvRecord record;
    std::size_t cells = 0;
    for (std::size_t at = 0; at < text.size() && records.size() < limit && cells < sampled_cells;) {
        std::size_t skipped = 0;
        read_damaged_csv_record(text, at, delimiter, complete, 0, record, skipped);
        if (!record.complete) break;
        auto& sample = records.emplace_back();
        for (std::size_t i = 0; i < record.size; ++i) sample.cells.push_back(record.cells[i].text);
        sample.end = at = record.end;
        cells += record.size;
    }
    return records;
}

char find_delimiter(std::string_view sample, bool complete) {
    char best = ',';
    double best_score = 0;
    for (const char delimiter : {',', '\t', ';', '|'}) {
        SampleRecords rows;
        for (auto& record : sample_records(sample, delimiter, complete, 100))
            rows.push_back(std::move(record.cells));
        const std::size_t width = usual_width(rows, 0);
        if (width < 2) continue;
        const auto even =
            std::count_if(rows.begin(), rows.end(), [&](const auto& r) { return r.size() == width; });
        // Even records count first; among equally even ones, more columns.
        const double score = static_cast<double>(even) / static_cast<double>(rows.size()) +
                             0.001 * static_cast<double>(std::min<std::size_t>(width, 100));
        if (score > best_score) {
            best = delimiter;
            best_score = score;
        }
    }
    return best;
}

}  // namespace daicho
