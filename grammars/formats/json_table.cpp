#include "grammars/formats/json_table.hpp"

#include <algorithm>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "grammars/base/error.hpp"
#include "grammars/formats/csv_cell.hpp"

namespace daicho {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t\r\n";

/// Walks over text that is known to be JSON.
class Walker {
 public:
    explicit Walker(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    std::size_t at() const { return at_; }
    bool more() {
        skip_blanks();
        return at_ < text_.size();
    }
    char next() {
        skip_blanks();
        return text_[at_];
    }
    void step() { ++at_; }

    void skip_string() {
        for (++at_; text_[at_] != '"'; ++at_) {
            if (text_[at_] == '\\') ++at_;
        }
        ++at_;
    }

    void skip_value() {
        const char first = next();
        if (first == '"') return skip_string();
        if (first != '{' && first != '[') {
            at_ = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
            return;
        }
        std::size_t depth = 0;
        do {
            const char c = text_[at_];
            if (c == '"') {
                skip_string();
                continue;
            }
            if (c == '{' || c == '[') ++depth;
            if (c == '}' || c == ']') --depth;
            ++at_;
        } while (depth > 0);
    }

 private:
    void skip_blanks() { at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size()); }

    std::string_view text_;
    std::size_t at_;
};

class RecordReader {
 public:
    RecordReader(std::string_view document, const std::string& name,
                 const std::function<void(const JsonTableRecord&)>& use)
        : document_(document), name_(name), use_(use) {}

    void read() {
        const std::size_t begin = document_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
        Walker walker(document_, begin);
        if (!walker.more()) return;
        walker.next() == '[' ? read_array(walker, begin) : read_lines(begin);
    }

 private:
    void read_array(Walker& walker, std::size_t begin) {
        if (!nlohmann::json::accept(document_.substr(begin))) {
            refuse(1, "JSON として読めません。", "this is not valid JSON");
        }
        walker.step();
        while (walker.next() != ']') {
            if (walker.next() == ',') walker.step();
            if (walker.next() != '{') {
                refuse(line_at(walker.at()), "配列の要素がオブジェクトではありません。",
                       "an element of the array is not an object");
            }
            read_object(walker);
        }
    }

    void read_lines(std::size_t begin) {
        for (std::size_t at = begin; at < document_.size();) {
            const std::size_t end = std::min(document_.find('\n', at), document_.size());
            const std::string_view line = document_.substr(at, end - at);
            if (line.find_first_not_of(blanks) != line.npos) {
                Walker walker(document_, at);
                if (walker.next() != '{' || !nlohmann::json::accept(line)) {
                    refuse(line_at(at), "この行は JSON のオブジェクト一つではありません。",
                           "the line is not one JSON object");
                }
                read_object(walker);
            }
            at = end + 1;
        }
    }

    void read_object(Walker& walker) {
        record_.line = line_at(walker.at());
        record_.cells.clear();
        walker.step();
        while (walker.next() != '}') {
            if (walker.next() == ',') walker.step();
            walker.next();
            const std::size_t begin = walker.at();
            walker.skip_string();
            JsonCell& cell = record_.cells.emplace_back();
            cell.name = json_string_text(document_.substr(begin, walker.at() - begin));
            walker.next();  // the colon
            walker.step();
            walker.next();
            cell.begin = walker.at();
            walker.skip_value();
            cell.end = walker.at();
        }
        walker.step();
        use_(record_);
    }

    /// Places come in order.
    std::uint64_t line_at(std::size_t place) {
        line_ += static_cast<std::uint64_t>(
            std::count(document_.begin() + static_cast<std::ptrdiff_t>(counted_),
                       document_.begin() + static_cast<std::ptrdiff_t>(place), '\n'));
        counted_ = place;
        return line_;
    }

    [[noreturn]] void refuse(std::uint64_t line, const std::string& ja, const std::string& en) const {
        const std::string place = name_ + ":" + std::to_string(line) + ": ";
        throw Error{ErrorKind::input,
                    place + ja + "オブジェクトの配列か、1 行に 1 オブジェクトの JSON が要ります。",
                    place + en + "; expected an array of objects, or one object a line"};
    }

    std::string_view document_;
    const std::string& name_;
    const std::function<void(const JsonTableRecord&)>& use_;
    JsonTableRecord record_;
    std::size_t counted_ = 0;
    std::uint64_t line_ = 1;
};

}  // namespace

void for_each_json_record(std::string_view document, const std::string& name,
                          const std::function<void(const JsonTableRecord&)>& use) {
    RecordReader(document, name, use).read();
}

std::string json_string_text(std::string_view string) {
    if (string.find('\\') == string.npos) return std::string(string.substr(1, string.size() - 2));
    return nlohmann::json::parse(string).get<std::string>();
}

JsonAsCsv csv_of_json(std::string_view document, const std::string& name) {
    std::unordered_map<std::string, std::size_t> columns;
    JsonAsCsv made;
    for_each_json_record(document, name, [&](const JsonTableRecord& record) {
        for (const JsonCell& cell : record.cells) {
            if (!columns.emplace(cell.name, columns.size()).second) continue;
            if (!made.csv.empty()) made.csv += ',';
            append_csv_cell(made.csv, cell.name, ',', true);
        }
    });
    made.csv += '\n';
    std::vector<std::string> row(columns.size());
    for_each_json_record(document, name, [&](const JsonTableRecord& record) {
        for (std::string& cell : row) cell.clear();
        for (const JsonCell& cell : record.cells) {
            const std::string_view value = document.substr(cell.begin, cell.end - cell.begin);
            std::string& to = row[columns.at(cell.name)];
            to.clear();
            if (value[0] == '"') {
                append_csv_cell(to, json_string_text(value), ',', true);
            } else if (value[0] == '{' || value[0] == '[') {
                append_csv_cell(to, value, ',', true);
            } else if (value != "null") {
                to = value;
            }
        }
        for (std::size_t c = 0; c < row.size(); ++c) made.csv.append(c > 0 ? "," : "").append(row[c]);
        made.csv += '\n';
        made.lines.push_back(record.line);
    });
    return made;
}

bool is_json_name(std::string_view path) {
    return path.ends_with(".json") || path.ends_with(".jsonl") || path.ends_with(".ndjson");
}

}  // namespace daicho
