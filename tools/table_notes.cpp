#include "tools/table_notes.hpp"

#include <ostream>

#include "grammars/base/error.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "grammars/text/counted.hpp"
#include "tools/rule_options.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_told = 5;

}  // namespace

TableNotes::TableNotes(const Session& session, const std::string& path)
    : session_(session), path_(path == "-" ? session.say("（標準入力）", "(standard input)") : path) {}

void TableNotes::add(const Batch& batch) {
    for (const Finding& finding : batch.findings()) add(finding);
}

void TableNotes::add(const Finding& finding) {
    if (finding.severity != Severity::error) return;
    lost_ |= finding.rule == rules::skipped_lines || finding.rule == rules::invalid_bytes ||
             finding.rule == rules::empty_file;
    if (told_ == most_told) {
        ++untold_;
        return;
    }
    ++told_;
    session_.talk << path_;
    if (finding.place.line != 0) session_.talk << ':' << finding.place.line;
    session_.talk << ": " << finding.rule.text << ": "
                  << render_message(finding, find_rule(finding.rule.text), worded(session_.language)) << '\n';
}

void TableNotes::left_out(const TableReader& table, bool can_keep) {
    const auto lines = std::to_string(table.header_records() - 1);
    const bool ja = session_.language == Language::ja;
    session_.talk << path_ << ": "
                  << (ja ? "見出しの上下の題名や注記 " + lines + "行は出力に含めませんでした。"
                         : "left out around the header (titles, notes): " +
                               counted(table.header_records() - 1, "line"));
    if (can_keep && table.text() != nullptr)
        session_.talk << session_.say("残すには --keep-preamble を付けます。",
                                      "; --keep-preamble keeps them");
    session_.talk << '\n';
}

void TableNotes::finish(const TableReader& table) {
    for (const Finding& finding : table.findings()) add(finding);
    if (untold_ == 0) return;
    const bool ja = session_.language == Language::ja;
    session_.talk << path_ << ": "
                  << (ja ? "ほか " + std::to_string(untold_) + "件。「daicho profile」で内訳を表示します。"
                         : std::to_string(untold_) + " more; 'daicho profile' shows the totals")
                  << '\n';
}

const std::string& require_input(const std::string& path) {
    if (!path.empty()) return path;
    throw Error{ErrorKind::usage, "表のファイルを指定してください（標準入力から読むときは -）。",
                "name a file with a table (-: standard input)"};
}

}  // namespace daicho
