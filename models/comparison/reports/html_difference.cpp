#include "grammars/formats/xml_text.hpp"
#include "models/comparison/reports/difference_texts.hpp"

namespace daicho {

namespace {

constexpr std::uint64_t usual_most_rows = 5000;

constexpr std::string_view style_sheet =
    ":root{color-scheme:light dark}"
    "body{font:16px/1.6 system-ui,sans-serif;margin:0 auto;padding:1rem;max-width:80rem;"
    "background:Canvas;color:CanvasText;overflow-wrap:anywhere}"
    "h1{font-size:1.3rem}.lead{font-size:1.2rem;font-weight:bold}"
    "fieldset{border:1px solid GrayText;margin:1rem 0}label{margin-right:1rem;display:inline-block}"
    ".scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid GrayText;padding:.3rem .5rem;text-align:left;vertical-align:top;"
    "min-width:5rem}"
    "del{background:#ffd7d5;color:#82071e;text-decoration:none}"
    "ins{background:#ccffd8;color:#055d20;text-decoration:none}"
    "@media screen and "
    "(prefers-color-scheme:dark){del{background:#5d1a1d;color:#ffdcd7}ins{background:#0f4a24;"
    "color:#d2f8dc}}@media print{:root{color-scheme:light}fieldset{display:none}del{border:1px "
    "dashed}ins{border:1px solid}}";

constexpr std::string_view script =
    "document.querySelectorAll('input[data-class]').forEach(b=>b.addEventListener('change',()=>"
    "document.querySelectorAll('tr[data-class=\"'+b.dataset.class+'\"]').forEach(r=>r.hidden=!b.checked)))";

std::string in_html(std::string_view text) {
    std::string out;
    append_xml_escaped(out, text);
    return out;
}

/// One page that needs no network: the summary, and a table of the cells that can be narrowed by class.
class HtmlDifference final : public ComparisonListener {
 public:
    HtmlDifference(std::ostream& out, const DifferenceStyle& style) : out_(out), style_(style) {}

    void begin(const ComparisonFacts& facts) override { facts_ = &facts; }
    void add(const RecordDifference& difference) override;
    void end(const ComparisonSummary& summary) override;

 private:
    void row(std::string_view kind, const RecordDifference& difference, std::string_view column,
             const std::string& before, const std::string& after, std::string_view what);
    void write_filter();
    void write_table();

    std::ostream& out_;
    DifferenceStyle style_;
    const ComparisonFacts* facts_ = nullptr;
    std::string rows_;
    std::uint64_t told_ = 0, left_out_ = 0;
};

void HtmlDifference::row(std::string_view kind, const RecordDifference& difference, std::string_view column,
                         const std::string& before, const std::string& after, std::string_view what) {
    std::string key = key_text(*facts_, difference, style_);
    if (key.empty()) key = place_of(*facts_, difference, style_);
    const auto marked = [](const std::string& text, std::string_view tag) {
        return text.empty() ? std::string()
                            : "<" + std::string(tag) + ">" + in_html(text) + "</" + std::string(tag) + ">";
    };
    rows_ += "<tr data-class=\"" + std::string(kind) + "\"><td>" +
             std::string(word_for(difference.op, style_)) + "</td><td>" + in_html(key) + "</td><td>" +
             in_html(column) + "</td><td>" + marked(before, "del") + "</td><td>" + marked(after, "ins") +
             "</td><td>" + std::string(what) + "</td></tr>\n";
}

void HtmlDifference::add(const RecordDifference& difference) {
    if (told_ == (style_.most != 0 ? style_.most : usual_most_rows)) {
        ++left_out_;
        return;
    }
    ++told_;
    if (difference.op == Change::Op::changed) {
        for (const CellDifference& cell : difference.cells) {
            const ComparedColumn& column = facts_->columns[cell.column];
            row(to_string(cell.kind), difference, shown_label(column),
                shown_value(cell.before, column, style_), shown_value(cell.after, column, style_),
                word_for(cell.kind, style_));
        }
        return;
    }
    const bool added = difference.op == Change::Op::added;
    std::string all;
    for (const CellDifference& cell : difference.cells) {
        const ComparedColumn& column = facts_->columns[cell.column];
        if (column.is_key) continue;
        all += (all.empty() ? "" : " / ") + shown_value(added ? cell.after : cell.before, column, style_);
    }
    row(to_string(difference.op), difference, "", added ? "" : all, added ? all : "", "");
}

void HtmlDifference::write_filter() {
    out_ << "<fieldset><legend>" << in_language(style_, "表示する違い", "Differences shown") << "</legend>";
    const auto box = [&](std::string_view kind, std::string_view label) {
        if (rows_.find("data-class=\"" + std::string(kind) + "\"") == std::string::npos) return;
        out_ << "<label><input type=\"checkbox\" checked data-class=\"" << kind << "\"> " << label
             << "</label>";
    };
    for (const auto op : {Change::Op::added, Change::Op::removed}) box(to_string(op), word_for(op, style_));
    for (std::size_t i = difference_classes; i-- > 0;) {
        const auto kind = static_cast<DifferenceClass>(i);
        box(to_string(kind), word_for(kind, style_));
    }
    out_ << "</fieldset>\n";
}

void HtmlDifference::write_table() {
    out_ << "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
         << in_language(style_, "違いの一覧", "Differences") << "\"><table><thead><tr>";
    const Text headers[] = {{"種別", "What"}, {"レコード", "Record"}, {"列", "Column"},
                            {"旧", "Old"},    {"新", "New"},          {"違い", "Difference"}};
    for (const Text& header : headers) out_ << "<th scope=\"col\">" << header.in(style_.language) << "</th>";
    out_ << "</tr></thead><tbody>\n" << rows_ << "</tbody></table></div>\n";
}

void HtmlDifference::end(const ComparisonSummary& summary) {
    const auto lines = summary_lines(summary, *facts_, style_);
    const std::string title = in_html(facts_->old_name + " → " + facts_->new_name);
    out_ << "<!doctype html>\n<html lang=\"" << in_language(style_, "ja", "en")
         << "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
            "content=\"width=device-width,initial-scale=1\"><title>"
         << title << "</title><style>" << style_sheet << "</style></head><body><main>\n<h1>" << title
         << "</h1>\n<p class=\"lead\">" << in_html(lines.front()) << "</p>\n<ul>\n";
    for (std::size_t i = 1; i < lines.size(); ++i) out_ << "<li>" << in_html(lines[i]) << "</li>\n";
    out_ << "<li>" << in_html(key_line(*facts_, style_)) << "</li>\n";
    for (const std::string& line : column_lines(*facts_, style_))
        out_ << "<li>" << in_html(line) << "</li>\n";
    out_ << "</ul>\n";
    if (!rows_.empty()) {
        write_filter();
        write_table();
    }
    if (left_out_ != 0) {
        out_ << "<p>" << in_language(style_, "ほかに ", "not listed: ") << counted(style_, left_out_)
             << in_language(style_, "のレコードが違います。", " more records differ") << "</p>\n";
    }
    out_ << "</main><script>" << script << "</script></body></html>\n";
    out_.flush();
}

}  // namespace

std::unique_ptr<ComparisonListener> make_html_difference(std::ostream& out, const DifferenceStyle& style) {
    return std::make_unique<HtmlDifference>(out, style);
}

}  // namespace daicho
