#include "tools/fixing/fix_review.hpp"

#include <algorithm>
#include <ostream>
#include <set>
#include <string_view>
#include <vector>

#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "models/dataset/cell_exchange.hpp"
#include "models/reports/text_parts.hpp"
#include "tools/fixing/accepted_findings.hpp"

namespace daicho {

namespace {

using Kind = ReviewDecision::Kind;

/// The cells that were decided to change, in the order of the table.
std::vector<FixedCell> changed_cells(const std::vector<ReviewItem>& items) {
    std::vector<FixedCell> cells;
    for (const ReviewItem& item : items) {
        const Finding& finding = item.finding;
        if (item.decision.kind != Kind::change || item.decision.value == finding.value) continue;
        cells.push_back({finding.record, finding.place, std::string(finding.header), finding.value,
                         item.decision.value, finding.rule, finding.confidential});
    }
    std::ranges::stable_sort(cells, {}, &FixedCell::record);
    return cells;
}

FixOutcome exchanged(const std::string& path, const std::string& bytes, const ReadOptions& read,
                     const std::vector<ReviewItem>& items) {
    FixOutcome outcome;
    const CellExchange exchange(bytes, path, read);
    outcome.cells = changed_cells(items);
    const std::size_t wanted = outcome.cells.size();
    outcome.bytes = exchange.exchange(bytes, outcome.cells);
    outcome.not_written = wanted - outcome.cells.size();
    outcome.undo = exchange.undo(bytes, outcome.bytes, outcome.cells);
    return outcome;
}

std::uint64_t count(const std::vector<ReviewItem>& items, Kind kind) {
    return static_cast<std::uint64_t>(
        std::ranges::count(items, kind, [](const ReviewItem& item) { return item.decision.kind; }));
}

void tell_written(const std::string& path, const FixOutcome& outcome, const std::vector<ReviewItem>& items,
                  const FixRun& run, const Session& session) {
    session.talk << path << session.say(": 直したセル ", ": cells changed: ") << outcome.cells.size();
    if (outcome.not_written > 0) {
        session.talk << session.say("、書き換えられないセル ", "; cells that cannot be written: ")
                     << outcome.not_written;
    }
    if (const auto accepted = count(items, Kind::accept); accepted > 0) {
        session.talk << session.say("、承認 ", "; accepted: ") << accepted << session.say("（", " (")
                     << run.config().file() << session.say("）", ")");
    }
    session.talk << session.say("、残る誤り ", "; errors left: ") << outcome.errors_left << '\n';
}

/// What is wrong with the table as it is now, but for what was accepted.
std::uint64_t errors_left(FixRun& run, const std::string& path, const std::string& bytes,
                          const GateSettings& settings, const std::vector<ReviewItem>& items) {
    std::set<std::string_view> accepted;
    for (const ReviewItem& item : items) {
        if (item.decision.kind == Kind::accept) accepted.insert(item.id);
    }
    ReviewedTable table(run, path, bytes, settings, {});
    return static_cast<std::uint64_t>(std::ranges::count_if(table.items(), [&](const ReviewItem& item) {
        return item.finding.severity == Severity::error && !accepted.contains(item.id);
    }));
}

/// Where the baseline of the settings is not there no finding is known, and all are asked about.
void drop_missing_baseline(GateSettings& settings, const Session& session) {
    if (settings.baseline.empty() || file_facts(settings.baseline)) return;
    session.talk << settings.baseline
                 << session.say(": 基準のファイルがないので、今ある指摘をすべて尋ねます。\n",
                                ": there is no such baseline, so all findings are asked about\n");
    settings.baseline.clear();
}

void tell_start(const std::string& path, std::size_t items, const ReviewJournal& journal,
                const ReviewJournal::Resumed& resumed, const Session& session) {
    session.talk << path << session.say(": 指摘 ", ": findings: ") << items;
    if (resumed.decided > 0)
        session.talk << session.say("、前に決めたもの ", "; decided before: ") << resumed.decided;
    session.talk << '\n';
    if (resumed.unknown == 0) return;
    session.talk << journal.path()
                 << session.say(": 前に決めたことのうち、いま見る指摘の中にないもの ",
                                ": decisions about findings that are not among these: ")
                 << resumed.unknown
                 << session.say(
                        "件（セルが変わったか、選んでいない規則）。残しておきます。要らなければこの"
                        "ファイルを消してください。",
                        " (the cell changed, or the rule is not selected). They are kept; remove the "
                        "file if they are of no use.")
                 << '\n';
}

void tell_left(const ReviewJournal& journal, const std::vector<ReviewItem>& items, const Session& session) {
    const bool any = count(items, Kind::open) < items.size();
    session.talk << session.say("表は書き換えていません。", "the table was not changed");
    if (any) {
        session.talk << session.say("決めたことは ", "; what was decided is in ") << journal.path()
                     << session.say(" にあり、次はその続きから始まります。",
                                    ", and the next review goes on from there");
    }
    session.talk << '\n';
}

ReviewOutcome write_review(FixRun& run, const std::string& path, const std::string& bytes,
                           const GateSettings& settings, const ReviewRequest& request, ReviewedTable& table,
                           const Session& session) {
    const auto& items = table.items();
    FixOutcome outcome = exchanged(path, bytes, settings.check.read, items);
    write_fix(request.target, path, outcome);
    const std::string name = name_in(run.config(), path);
    add_suppressions(run.config().file(),
                     suppressions_of(items, {table.facts(), name, outcome.bytes, settings.check.read}));
    outcome.errors_left = errors_left(run, path, outcome.bytes, settings, items);
    tell_written(path, outcome, items, run, session);
    return {true, outcome.errors_left == 0};
}

}  // namespace

ReviewOutcome review_table(FixRun& run, const std::string& path, const ReviewRequest& request,
                           const Session& session) {
    const std::string bytes = read_file(path);
    GateSettings settings = run.settings_of(path);
    if (!request.with_baseline) settings.baseline.clear();
    drop_missing_baseline(settings, session);
    require_no_record(request.target, path, CellExchange(bytes, path, settings.check.read).is_json());
    ReviewedTable table(run, path, bytes, settings, request.wanted);
    ReviewJournal journal(path);
    const ReviewJournal::Resumed resumed = journal.resume(table.items());
    tell_start(path, table.items().size(), journal, resumed, session);
    const ReviewScreen screen(session.talk, table.facts(), request.show_values,
                              {session.language, session.colours_talk()});
    if (!table.items().empty()) {
        ReviewDialog dialog(table.items(), journal, screen, request.next_line, !run.config().file().empty());
        if (dialog.run() == ReviewDialog::End::leave) {
            tell_left(journal, table.items(), session);
            return {};
        }
    }
    const ReviewOutcome outcome = write_review(run, path, bytes, settings, request, table, session);
    journal.close(table.items());
    return outcome;
}

}  // namespace daicho
