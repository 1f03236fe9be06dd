#include "grammars/formats/csv_scalar.hpp"

#include <algorithm>
#include <cstring>

namespace daicho {

namespace {

/// How far the search for the next sane record goes, and how long such a record may be.
constexpr std::size_t search_lines = 4096;
constexpr std::size_t sane_record_limit = std::size_t{256} << 10;

constexpr auto no_cell = static_cast<std::size_t>(-1);

class RecordReader {
 public:
    RecordReader(std::string_view text, std::size_t begin, char delimiter, bool last, CsvRecord& record)
        : text_(text), at_(begin), delimiter_(delimiter), last_(last), record_(record) {}

    void read(std::size_t literal) {
        record_.size = 0;
        record_.troubles.clear();
        record_.complete = false;
        for (;;) {
            if (!read_cell(literal == record_.size)) return;
            if (at_ == text_.size()) {
                if (!last_) return;
                break;
            }
            if (text_[at_] == delimiter_) {
                ++at_;
                continue;
            }
            if (text_[at_] == '\r') {
                if (at_ + 1 == text_.size() && !last_) return;
                if (at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
            }
            ++at_;
            break;
        }
        record_.end = at_;
        record_.complete = true;
    }

 private:
    bool ends_cell(std::size_t at) const {
        return text_[at] == delimiter_ || text_[at] == '\n' || text_[at] == '\r';
    }

    /// The first delimiter, line end or (where asked) quote from `at` on; the end of the text where there is
    /// none.
    std::size_t find_end(std::size_t at, bool or_quote) const {
        while (at < text_.size() && !ends_cell(at) && !(or_quote && text_[at] == '"')) ++at;
        return at;
    }

    CsvRecord::Cell& add_cell() {
        if (record_.cells.size() == record_.size) record_.cells.emplace_back();
        auto& cell = record_.cells[record_.size++];
        cell.text.clear();
        cell.begin = static_cast<std::uint32_t>(at_);
        cell.line_end = CsvRecord::Cell::npos;
        return cell;
    }

    void add_trouble(QuoteTrouble kind, std::size_t begin, std::size_t end) {
        record_.troubles.push_back({kind,
                                    static_cast<std::uint32_t>(record_.size - 1),
                                    {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    }

    bool read_cell(bool literal) {
        auto& cell = add_cell();
        const bool quoted = at_ < text_.size() && text_[at_] == '"' && !literal;
        if (quoted ? !read_quoted(cell) : !read_plain(cell, literal)) return false;
        cell.end = static_cast<std::uint32_t>(at_);
        return true;
    }

    bool read_plain(CsvRecord::Cell& cell, bool literal) {
        const std::size_t end = find_end(at_, false);
        if (end == text_.size() && !last_) return false;
        cell.text.assign(text_.substr(at_, end - at_));
        at_ = end;
        const std::size_t quote = cell.text.find('"', literal ? 1 : 0);
        if (literal) add_trouble(QuoteTrouble::unclosed, 0, 1);
        if (quote != std::string::npos) add_trouble(QuoteTrouble::stray, quote, quote + 1);
        return true;
    }

    bool read_quoted(CsvRecord::Cell& cell) {
        const std::size_t open = at_++;
        for (;;) {
            const std::size_t quote = text_.find('"', at_);
            const std::size_t until = std::min({quote, text_.size(), open + quoted_cell_limit});
            note_line_end(cell, until);
            cell.text.append(text_.substr(at_, until - at_));
            at_ = until;
            if (until != quote) {
                if (until == text_.size() && until < open + quoted_cell_limit && !last_) return false;
                add_trouble(QuoteTrouble::unclosed, 0, 1);
                at_ = find_end(until, false);
                return true;
            }
            if (quote + 1 == text_.size()) {
                at_ = quote + 1;
                return last_;
            }
            if (text_[quote + 1] == '"') {
                cell.text.push_back('"');
                at_ = quote + 2;
                continue;
            }
            if (ends_cell(quote + 1)) {
                at_ = quote + 1;
                return true;
            }
            const std::size_t next = find_end(quote + 1, true);
            if (next == text_.size() && !last_) return false;
            const bool inner = next < text_.size() && text_[next] == '"';
            if (!inner) return read_text_after(cell, quote + 1, next);
            add_trouble(QuoteTrouble::stray, cell.text.size(), cell.text.size() + 1);
            cell.text.append(text_.substr(quote, next - quote));
            at_ = next;
        }
    }

    bool read_text_after(CsvRecord::Cell& cell, std::size_t begin, std::size_t end) {
        add_trouble(QuoteTrouble::text_after, cell.text.size(), cell.text.size() + (end - begin));
        cell.text.append(text_.substr(begin, end - begin));
        at_ = end;
        return true;
    }

    void note_line_end(CsvRecord::Cell& cell, std::size_t until) const {
        if (cell.line_end != CsvRecord::Cell::npos) return;
        const auto end = text_.substr(at_, until - at_).find_first_of("\r\n");
        if (end != std::string_view::npos) cell.line_end = static_cast<std::uint32_t>(at_ + end);
    }

    std::string_view text_;
    std::size_t at_;
    char delimiter_;
    bool last_;
    CsvRecord& record_;
};

bool has_unclosed(const CsvRecord& record) {
    return std::any_of(record.troubles.begin(), record.troubles.end(),
                       [](const auto& t) { return t.kind == QuoteTrouble::unclosed; });
}

/// The cell whose quote is the likely culprit: the first one that runs over a line end, else the unclosed
/// one.
std::size_t suspect(const CsvRecord& record) {
    for (std::size_t i = 0; i < record.size; ++i) {
        if (record.cells[i].line_end != CsvRecord::Cell::npos) return i;
    }
    for (const auto& trouble : record.troubles) {
        if (trouble.kind == QuoteTrouble::unclosed) return trouble.cell;
    }
    return no_cell;
}

std::size_t next_line(std::string_view text, std::size_t at) {
    const std::size_t end = text.find_first_of("\r\n", at);
    if (end == std::string_view::npos) return text.size();
    return end + (text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n' ? 2 : 1);
}

enum class Sanity { sane, broken, unknown };

/// Whether a record of the right width begins here, if need be one with an unclosed quote of its own.
Sanity sanity(std::string_view text, std::size_t begin, char delimiter, bool last, std::size_t columns) {
    if (begin == text.size()) return last ? Sanity::sane : Sanity::unknown;
    const bool cut = text.size() - begin > sane_record_limit;
    const auto visible = cut ? text.substr(0, begin + sane_record_limit) : text;
    CsvRecord record;
    read_csv_record(visible, begin, delimiter, last || cut, record);
    if (!record.complete) return Sanity::unknown;
    const auto fits = [&] { return columns == 0 || record.size == columns; };
    if (record.troubles.empty() && fits()) return Sanity::sane;
    const std::size_t culprit = suspect(record);
    if (culprit == no_cell || record.troubles.empty()) return Sanity::broken;
    read_csv_record(visible, begin, delimiter, last || cut, record, culprit);
    return record.complete && fits() ? Sanity::sane : Sanity::broken;
}

}  // namespace

void read_csv_record(std::string_view text, std::size_t begin, char delimiter, bool last, CsvRecord& record,
                     std::size_t literal) {
    RecordReader{text, begin, delimiter, last, record}.read(literal);
}

void read_damaged_csv_record(std::string_view text, std::size_t begin, char delimiter, bool last,
                             std::size_t columns, CsvRecord& record, std::size_t& skipped) {
    skipped = 0;
    read_csv_record(text, begin, delimiter, last, record);
    if (!record.complete) return;
    const std::size_t culprit = suspect(record);
    if (culprit == no_cell) return;
    const bool unclosed = has_unclosed(record);
    const bool sound = !unclosed && record.troubles.empty();
    const bool fits = columns == 0 || record.size == columns;
    if (sound && fits) return;

    CsvRecord mended;
    read_csv_record(text, begin, delimiter, last, mended, culprit);
    const std::size_t width = columns != 0 ? columns : mended.size;
    std::size_t at = mended.end;
    Sanity next = mended.complete ? sanity(text, at, delimiter, last, width) : Sanity::unknown;
    // Where the record holds together as it is, only a line that is right by itself outweighs that.
    const bool better = mended.size == width && next == Sanity::sane;
    if ((sound || (fits && !unclosed)) && next != Sanity::unknown && !better) return;
    while (next == Sanity::broken && at < text.size() && skipped < search_lines) {
        at = next_line(text, at);
        ++skipped;
        next = sanity(text, at, delimiter, last, width);
    }
    if (next == Sanity::unknown) {
        record.complete = false;
        return;
    }
    std::swap(record, mended);
    record.end = at;
}

std::size_t count_line_ends(std::string_view text) {
    std::size_t lines = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        lines += text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    }
    return lines;
}

}  // namespace daicho
