#include "registries/characters/gaiji_audit.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "grammars/text/code_point_name.hpp"
#include "grammars/text/join.hpp"
#include "registries/characters/register_numbers.hpp"
#include "registries/characters/written_unit.hpp"
#include "registries/sources/glyph_number.hpp"

namespace daicho {

namespace {

constexpr std::string_view lost = "\uFFFD";

/// What a row comes to: a glyph, when all is well.
struct Target {
    std::string number;
    std::string unit;  ///< as which it is written; empty: as nothing

    bool known() const { return !number.empty() || !unit.empty(); }
    /// Names the glyph: two rows with one name have one glyph.
    const std::string& name() const { return unit.empty() ? number : unit; }
    const std::string& shown() const { return number.empty() ? unit : number; }
};

/// By which rows of one site are the same own character.
std::string code_key(const GaijiEntry& entry) {
    return entry.unit.empty() ? entry.code : entry.unit;
}

class Auditor {
 public:
    Auditor(const GaijiTable& table, const StandardGlyphs& glyphs) : table_(table), glyphs_(glyphs) {}

    GaijiAudit run(const GaijiCensus* data) {
        audit_.rows = table_.entries.size();
        for (const GaijiEntry& entry : table_.entries) judge(entry);
        compare_rows();
        if (data != nullptr) compare_data(*data);
        collect_replacements();
        std::ranges::stable_sort(audit_.findings, {}, &GaijiFinding::issue);
        return std::move(audit_);
    }

 private:
    struct Row {
        const GaijiEntry* entry;
        Target target;
        bool good = true;
    };

    void judge(const GaijiEntry& entry);
    void judge_state(const GaijiEntry& entry, Row& row);
    void compare_registers(const GaijiEntry& entry, Row& row);
    Target target_of(const GaijiEntry& entry, Row& row);
    Target by_number(const GaijiEntry& entry, Row& row);
    Target by_character(const GaijiEntry& entry, Row& row);
    void compare_rows();
    void compare_codes(const std::map<std::string, std::vector<Row*>>& by_code);
    void compare_data(const GaijiCensus& data);
    void collect_replacements();
    void report(GaijiIssue issue, Row& row, std::string detail = {});
    void report(GaijiIssue issue, const std::vector<Row*>& rows, bool bad);

    const GaijiTable& table_;
    const StandardGlyphs& glyphs_;
    std::vector<Row> rows_;
    GaijiAudit audit_;
};

GaijiFinding finding_of(GaijiIssue issue, const GaijiEntry& entry) {
    GaijiFinding finding;
    finding.issue = issue;
    finding.sites = {entry.site};
    finding.codes = {entry.code};
    if (entry.line != 0) finding.lines = {entry.line};
    return finding;
}

void add_once(std::vector<std::string>& texts, const std::string& text) {
    if (!text.empty() && std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
}

void Auditor::report(GaijiIssue issue, Row& row, std::string detail) {
    GaijiFinding finding = finding_of(issue, *row.entry);
    finding.glyphs = row.entry->numbers;
    add_once(finding.glyphs, row.entry->character);
    finding.detail = std::move(detail);
    if (name_of(issue).severity == Severity::error) row.good = false;
    audit_.findings.push_back(std::move(finding));
}

void Auditor::report(GaijiIssue issue, const std::vector<Row*>& rows, bool bad) {
    GaijiFinding finding;
    finding.issue = issue;
    for (Row* row : rows) {
        add_once(finding.sites, row->entry->site);
        add_once(finding.codes, row->entry->code);
        add_once(finding.glyphs, row->target.shown());
        if (row->entry->line != 0) finding.lines.push_back(row->entry->line);
        if (bad) row->good = false;
    }
    audit_.findings.push_back(std::move(finding));
}

/// A number must be in its set; a character beside it must be the same glyph.
Target Auditor::by_number(const GaijiEntry& entry, Row& row) {
    const std::string& number = entry.numbers.front();
    StandardGlyph glyph = glyphs_.find(number);
    if (glyph.standing == StandardGlyph::Standing::absent) report(GaijiIssue::unknown_glyph, row);
    if (glyph.standing == StandardGlyph::Standing::not_loaded) report(GaijiIssue::not_loaded, row);
    if (glyph.standing != StandardGlyph::Standing::present) return {number, {}};
    if (glyph.unit.empty()) {
        report(GaijiIssue::no_writing, row);
    } else if (!entry.character.empty() && entry.character != glyph.unit) {
        report(GaijiIssue::several_targets, row);
    }
    return {number, glyph.unit};
}

/// A private use character identifies nothing, unless an imported font or table says what it is.
Target Auditor::by_character(const GaijiEntry& entry, Row& row) {
    if (!is_private_use(entry.character)) return {{}, entry.character};
    if (const GjCharacter* known = glyphs_.gj().of(entry.character)) return {known->number, entry.character};
    report(GaijiIssue::unreadable, row, code_point_names(entry.character));
    return {};
}

Target Auditor::target_of(const GaijiEntry& entry, Row& row) {
    if (!entry.identified()) {
        const bool settled = entry.state == GaijiState::applied || entry.state == GaijiState::added;
        if (entry.unreadable.empty() && !settled) report(GaijiIssue::not_identified, row, entry.candidates);
        return {};
    }
    if (entry.numbers.size() > 1) {
        report(GaijiIssue::several_targets, row);
        return {};
    }
    return entry.numbers.empty() ? by_character(entry, row) : by_number(entry, row);
}

void Auditor::judge(const GaijiEntry& entry) {
    Row row{&entry, {}, true};
    if (entry.form == GaijiCodeForm::unicode_or_cp932) report(GaijiIssue::unclear_code, row);
    if (entry.form == GaijiCodeForm::own && !entry.code.empty()) ++audit_.numbers;
    if (entry.code.empty()) report(GaijiIssue::unreadable, row);
    if (!entry.unreadable.empty()) report(GaijiIssue::unreadable, row, entry.unreadable);
    row.target = target_of(entry, row);
    if (entry.identified() && entry.evidence.empty()) report(GaijiIssue::no_evidence, row);
    judge_state(entry, row);
    compare_registers(entry, row);
    rows_.push_back(std::move(row));
}

void Auditor::judge_state(const GaijiEntry& entry, Row& row) {
    const bool first = !entry.checker.empty(), second = !entry.second_checker.empty();
    switch (entry.state) {
        case GaijiState::unsaid:
            if (entry.identified() && !first) report(GaijiIssue::no_checker, row);
            break;
        case GaijiState::open:
            if (entry.identified()) report(GaijiIssue::not_confirmed, row);
            break;
        case GaijiState::first:
            report(first ? GaijiIssue::not_confirmed : GaijiIssue::state_lacks_checker, row);
            break;
        case GaijiState::applied:
            report(GaijiIssue::waiting, row);
            row.good = false;
            ++audit_.waiting;
            break;
        case GaijiState::added:
            if (entry.numbers.empty()) report(GaijiIssue::added_without_number, row);
            [[fallthrough]];
        case GaijiState::second:
            if (!first || !second) report(GaijiIssue::state_lacks_checker, row);
            if (first && entry.checker == entry.second_checker) report(GaijiIssue::same_checker, row);
            break;
    }
}

/// What the row says of other registers must be the glyph that it names.
void Auditor::compare_registers(const GaijiEntry& entry, Row& row) {
    if (entry.numbers.size() != 1 || series_of(entry.numbers.front()) != GlyphSeries::mj) return;
    if (glyphs_.registry() == nullptr) return;
    for (const auto& [numbers, written] : glyphs_by_registers(*glyphs_.registry(), entry.registers)) {
        if (std::ranges::find(numbers, entry.numbers.front()) != numbers.end()) continue;
        report(GaijiIssue::numbers_disagree, row,
               written + (numbers.empty() ? "" : " = " + joined(numbers, ", ")));
    }
}

/// The different glyphs of some rows.
template <class Rows>
std::set<std::string> glyphs_of(const Rows& rows) {
    std::set<std::string> glyphs;
    for (const auto* row : rows) {
        if (row->target.known()) glyphs.insert(row->target.name());
    }
    return glyphs;
}

void Auditor::compare_rows() {
    std::map<std::string, std::map<std::string, std::vector<Row*>>> codes_of_site, glyphs_of_site;
    for (Row& row : rows_) {
        codes_of_site[row.entry->site][code_key(*row.entry)].push_back(&row);
        if (row.target.known()) glyphs_of_site[row.entry->site][row.target.name()].push_back(&row);
    }
    std::map<std::string, std::vector<Row*>> everywhere;
    for (const auto& [site, codes] : codes_of_site) {
        compare_codes(codes);
        for (const auto& [code, rows] : codes) everywhere[code].push_back(rows.front());
    }
    for (const auto& [site, glyphs] : glyphs_of_site) {
        for (const auto& [glyph, rows] : glyphs) {
            std::set<std::string> codes;
            for (const Row* row : rows) codes.insert(code_key(*row->entry));
            if (codes.size() > 1) report(GaijiIssue::two_codes_one_glyph, rows, false);
        }
    }
    for (const auto& [code, rows] : everywhere) {
        if (glyphs_of(rows).size() > 1) report(GaijiIssue::sites_differ, rows, false);
    }
}

/// The rows of one site, by code.
void Auditor::compare_codes(const std::map<std::string, std::vector<Row*>>& by_code) {
    for (const auto& [code, rows] : by_code) {
        if (rows.size() == 1) continue;
        const std::size_t glyphs = glyphs_of(rows).size();
        if (glyphs > 1) report(GaijiIssue::one_code_two_glyphs, rows, true);
        if (glyphs == 1) report(GaijiIssue::repeated, rows, false);
    }
}

void Auditor::compare_data(const GaijiCensus& data) {
    audit_.with_data = true;
    std::map<std::string, const Row*> known;
    for (const Row& row : rows_) {
        if (!row.entry->unit.empty()) known.emplace(row.entry->unit, &row);
    }
    for (const auto& [unit, use] : data.uses()) {
        ++audit_.kinds;
        audit_.uses += use.count;
        if (known.contains(unit)) {
            ++audit_.covered;
        } else if (glyphs_.gj().of(unit) != nullptr) {
            ++audit_.standard;
        } else {
            GaijiFinding finding;
            finding.issue = unit == lost ? GaijiIssue::broken : GaijiIssue::missing;
            finding.codes = {code_point_names(unit)};
            finding.use = use;
            audit_.findings.push_back(std::move(finding));
        }
    }
    for (const auto& [unit, row] : known) {
        if (!data.uses().contains(unit))
            audit_.findings.push_back(finding_of(GaijiIssue::unused, *row->entry));
    }
}

void Auditor::collect_replacements() {
    std::set<std::pair<std::string, std::string>> seen;
    for (const Row& row : rows_) {
        const GaijiEntry& entry = *row.entry;
        if (!row.good || !row.target.known()) continue;
        ++audit_.identified;
        if (entry.unit.empty() || row.target.unit.empty() || entry.unit == row.target.unit) continue;
        if (!seen.emplace(entry.site, entry.unit).second) continue;
        audit_.replacements.push_back({entry.site, entry.unit, row.target.unit, row.target.number,
                                       entry.evidence, entry.checker, entry.checked_on});
    }
}

}  // namespace

bool GaijiAudit::complete() const {
    return std::ranges::none_of(findings, [](const GaijiFinding& finding) {
        return name_of(finding.issue).severity == Severity::error;
    });
}

std::uint64_t GaijiAudit::count(GaijiIssue issue) const {
    return static_cast<std::uint64_t>(std::ranges::count(findings, issue, &GaijiFinding::issue));
}

GaijiAudit audit_gaiji(const GaijiTable& table, const StandardGlyphs& glyphs, const GaijiCensus* data) {
    return Auditor(table, glyphs).run(data);
}

}  // namespace daicho
