#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "grammars/text/code_point_name.hpp"
#include "grammars/text/join.hpp"
#include "registries/characters/written_unit.hpp"
#include "tools/characters/gaiji_report.hpp"

namespace daicho {

namespace {

/// Findings of one kind that are shown; JSON has them all.
constexpr std::size_t shown_findings = 20;

/// The code of a character beside it, unless it is a number.
std::string shown_glyph(const std::string& glyph) {
    const bool number = !glyph.empty() && glyph.front() < 0x7F && glyph.front() > 0;
    return number ? glyph : glyph + " (" + code_point_names(glyph) + ")";
}

std::string shown_lines(const std::vector<std::uint64_t>& lines, const Session& session) {
    std::string all;
    for (const std::uint64_t line : lines) all += (all.empty() ? "" : ", ") + std::to_string(line);
    if (all.empty()) return all;
    const std::string word(session.say("行 ", lines.size() > 1 ? "lines " : "line "));
    return "  [" + word + all + "]";
}

std::string shown_use(const GaijiCensus::Use& use, const Session& session) {
    if (use.count == 0) return {};
    std::string text = "  " + std::to_string(use.count) +
                       std::string(session.say(" 回", use.count == 1 ? " time" : " times"));
    for (const GaijiPlace& place : use.places) {
        text += "\n        " + place.file + ": " + std::string(session.say("行 ", "line ")) +
                std::to_string(place.line) + ", " + place.column;
    }
    if (use.places.size() == GaijiCensus::Use::most_places && use.count > use.places.size())
        text += "\n        …";
    return text;
}

std::string shown(const GaijiFinding& finding, bool with_sites, const Session& session) {
    std::string text = joined(finding.codes, ", ");
    std::vector<std::string> glyphs;
    for (const std::string& glyph : finding.glyphs) glyphs.push_back(shown_glyph(glyph));
    if (!glyphs.empty()) text += " -> " + joined(glyphs, ", ");
    if (!finding.detail.empty()) text += "  (" + finding.detail + ")";
    if (with_sites && !finding.sites.empty()) text += "  " + joined(finding.sites, ", ");
    return text + shown_lines(finding.lines, session) + shown_use(finding.use, session);
}

void write_head(const GaijiReport& report, const Session& session) {
    const GaijiAudit& audit = report.audit;
    session.out << report.table.name << '\n'
                << session.say("  行: ", "  rows: ") << audit.rows
                << session.say("、同定済み: ", ", identified: ") << audit.identified
                << session.say("、置き換えられる文字: ", ", replacements: ") << audit.replacements.size()
                << '\n';
    if (audit.numbers != 0) {
        session.out << session.say("  文字でない番号の行（データとは比べられません）: ",
                                   "  rows with numbers, which cannot be found in data: ")
                    << audit.numbers << '\n';
    }
    if (audit.with_data) {
        session.out << session.say("  データの外字: ", "  gaiji in the data: ") << audit.kinds
                    << session.say(" 種 ", " (uses: ") << audit.uses
                    << session.say(" 回、対応表にある: ", "), in the table: ") << audit.covered
                    << session.say("、台帳ファイルのフォント・一覧表で分かる: ",
                                   ", known by an imported font or table: ")
                    << audit.standard << '\n';
    }
    const auto loaded = [&](bool there) {
        return there ? session.say("あり", "yes") : session.say("なし", "no");
    };
    session.out << session.say("  台帳ファイル: MJ ", "  registry: MJ ") << loaded(report.has_mj)
                << session.say("、GJ ", ", GJ ") << loaded(report.has_gj) << '\n';
}

void write_issue(const GaijiReport& report, const GaijiIssueName& name, const Session& session) {
    const std::uint64_t count = report.audit.count(name.issue);
    if (count == 0) return;
    session.out << '\n'
                << to_string(name.severity) << ' ' << name.key << "  " << name.title.in(session.language)
                << "  " << count << "\n    = " << name.remedy.in(session.language) << '\n';
    const bool with_sites = report.table.sites().size() > 1;
    std::size_t written = 0;
    for (const GaijiFinding& finding : report.audit.findings) {
        if (finding.issue != name.issue || written++ >= shown_findings) continue;
        session.out << "    " << shown(finding, with_sites, session) << '\n';
    }
    if (count > shown_findings) {
        session.out << session.say("    ほか ", "    and ") << count - shown_findings
                    << session.say(" 件（--format json にすべてあります）\n",
                                   " more (--format json has them all)\n");
    }
}

}  // namespace

void write_gaiji_text(const GaijiReport& report, const Session& session) {
    write_head(report, session);
    std::uint64_t errors = 0;
    for (const GaijiIssueName& name : gaiji_issues()) {
        write_issue(report, name, session);
        if (name.severity == Severity::error) errors += report.audit.count(name.issue);
    }
    session.out << '\n';
    if (errors == 0) {
        session.out << session.say("判定: 対応が必要なものはありません\n", "verdict: nothing left to do\n");
    } else {
        session.out << session.say("判定: 対応が必要なもの ", "verdict: left to do: ") << errors
                    << session.say(" 件\n", "\n");
    }
}

std::string gaiji_replacement_table(const GaijiAudit& audit) {
    std::string table = "from\tto\tglyph\tsite\tevidence\tchecked_by\tchecked_on\n";
    for (const GaijiReplacement& one : audit.replacements) {
        std::vector<std::string> cells = {code_point_names(one.from),
                                          code_point_names(one.to),
                                          one.glyph,
                                          one.site,
                                          one.evidence,
                                          one.checker,
                                          one.checked_on};
        for (std::string& cell : cells) {
            std::ranges::replace_if(
                cell, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
        }
        for (std::size_t i = 0; i < cells.size(); ++i) table.append(i == 0 ? "" : "\t").append(cells[i]);
        table += '\n';
    }
    return table;
}

}  // namespace daicho
