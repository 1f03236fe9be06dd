#include "registries/corporations/publication_comparison.hpp"

#include <limits>
#include <memory>

#include "grammars/base/error.hpp"
#include "grammars/base/idle_pool.hpp"
#include "grammars/base/pipeline.hpp"
#include "registries/corporations/complete_files.hpp"
#include "registries/corporations/corporation_rows.hpp"
#include "registries/corporations/published_days.hpp"
#include "registries/corporations/row_code.hpp"
#include "registries/corporations/stored_corporations.hpp"

namespace daicho {

namespace {

namespace item = corporation_item;
using Kind = ComparedCorporation::Kind;
using Reason = ComparedCorporation::Reason;

constexpr std::size_t block_bytes = std::size_t{1} << 20;
constexpr auto last_number = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

/// The rows of the files for all numbers above `after` up to and with `last`.
struct NumberRange {
    CorporationRows rows;
    std::uint64_t after = 0, last = last_number;
};

/// What a range came to.
struct RangeOutcome {
    PublicationComparison counts;
    std::vector<ComparedCorporation> told;
    void clear() {
        counts = {};
        told.clear();
    }
};

/// Cuts the sorted rows of the files into ranges.
class RangeMaker {
 public:
    explicit RangeMaker(CompleteFiles& files) : files_(files) {}

    bool next(NumberRange& range) {
        if (ended_) return false;
        range.rows.clear();
        std::swap(range.rows, carry_);
        range.after = after_;
        for (SortedRecords::Record record; files_.next(record);) {
            if (range.rows.text.size() >= block_bytes && record.key != range.rows.rows.back().number) {
                carry_.add(record.key, record.bytes);
                after_ = range.last = range.rows.rows.back().number;
                return true;
            }
            range.rows.add(record.key, record.bytes);
        }
        range.last = last_number;
        ended_ = true;
        return true;
    }

 private:
    CompleteFiles& files_;
    CorporationRows carry_;  // the first row of the next range
    std::uint64_t after_ = 0;
    bool ended_ = false;
};

/// Compares the corporations of a range, each connection on one thread.
class RangeComparison {
 public:
    RangeComparison(const CompleteFiles& files, std::string_view register_day, StoredCorporations& stored,
                    RangeOutcome& outcome)
        : files_(files),
          register_day_(register_day),
          stored_(stored),
          outcome_(outcome),
          counts_(outcome.counts) {}

    void compare(const NumberRange& range) {
        stored_.look_at(range.after, range.last);
        bool stored = stored_.next();
        const auto& rows = range.rows.rows;
        for (std::size_t i = 0; stored || i < rows.size();) {
            if (i == rows.size() || (stored && stored_.number() < rows[i].number)) {
                only_stored();
                stored = stored_.next();
                continue;
            }
            const std::uint64_t number = rows[i].number;
            const ReadCorporationRow published = newest_row(range.rows, i);
            const bool known = stored && stored_.number() == number;
            if (!is_outdated(published)) {
                both(number, published, known ? stored_.states() : std::vector<PublishedState>{});
            } else if (known) {
                only_stored();
            }
            if (known) stored = stored_.next();
        }
    }

 private:
    const ComparedFile& file(std::size_t number) const { return files_.files()[number]; }

    /// That of the newest file, of the rows for the number at `i`, which moves behind them.
    ReadCorporationRow newest_row(const CorporationRows& rows, std::size_t& i) {
        const std::uint64_t number = rows.rows[i].number;
        ReadCorporationRow newest = decode_corporation_row(rows.bytes(i));
        for (++i; i < rows.rows.size() && rows.rows[i].number == number; ++i) {
            const ReadCorporationRow other = decode_corporation_row(rows.bytes(i));
            if (file(other.file).day >= file(newest.file).day) newest = other;
            ++counts_.older_rows;
        }
        return newest;
    }

    /// A newer file speaks of the prefecture, and does not have the corporation.
    bool is_outdated(const ReadCorporationRow& row) {
        const ComparedFile* newest = files_.covering(row.cells[item::prefecture_code]);
        const bool outdated = newest != nullptr && newest->day > file(row.file).day;
        counts_.older_rows += outdated;
        return outdated;
    }

    ComparedCorporation corporation(Kind kind, std::uint64_t number, const CorporationCells& cells) const {
        ComparedCorporation one;
        one.kind = kind;
        one.number = number;
        one.name = cells[item::name];
        return one;
    }

    void both(std::uint64_t number, const ReadCorporationRow& row,
              const std::vector<PublishedState>& states) {
        const std::size_t at = present_on(states, file(row.file).day);
        if (at == no_state || states[at].cells[item::process] == "99") {
            missing(number, row, states, at);
            return;
        }
        const CorporationCells& registered = states[at].cells;
        ComparedCorporation one;
        for (std::size_t i = item::process; i < item::hihyoji; ++i) {
            if (registered[i] == row.cells[i] || !file(row.file).has[i]) continue;
            one.columns.push_back({i, std::string(registered[i]), std::string(row.cells[i])});
            ++counts_.by_column[i];
        }
        if (one.columns.empty()) {
            ++counts_.same;
            const bool hidden = registered[item::hihyoji] != row.cells[item::hihyoji];
            if (hidden && file(row.file).has[item::hihyoji]) ++counts_.other_hihyoji;
            return;
        }
        std::swap(one.columns,
                  outcome_.told.emplace_back(corporation(Kind::differs, number, row.cells)).columns);
        ++counts_.differing;
        place(row);
        const std::string_view ours = registered[item::update_date], theirs = row.cells[item::update_date];
        if (theirs > ours) outcome_.told.back().reason = Reason::newer_in_file;
        if (theirs < ours) outcome_.told.back().reason = Reason::newer_in_register;
        counts_.newer_in_file += theirs > ours;
    }

    void place(const ReadCorporationRow& row) {
        outcome_.told.back().file = row.file;
        outcome_.told.back().line = row.line;
    }

    void missing(std::uint64_t number, const ReadCorporationRow& row,
                 const std::vector<PublishedState>& states, std::size_t at) {
        outcome_.told.push_back(corporation(Kind::missing, number, row.cells));
        place(row);
        Reason& reason = outcome_.told.back().reason;
        if (at != no_state) {
            reason = Reason::withdrawn;
        } else if (!states.empty()) {
            reason = Reason::published_later;
            ++counts_.published_later;
            return;
        } else if (row.cells[item::update_date] > register_day_) {
            reason = Reason::newer_in_file;
            ++counts_.newer_in_file;
        }
        ++counts_.missing;
    }

    void only_stored() {
        const std::vector<PublishedState>& states = stored_.states();
        const std::size_t last = present_on(states, files_.last_day());
        if (last == no_state) return;
        if (states[last].cells[item::process] == "99") {
            ++counts_.withdrawn;
            return;
        }
        const ComparedFile* covering = files_.covering(states[last].cells[item::prefecture_code]);
        if (!covering) return;
        const std::size_t at = present_on(states, covering->day);
        if (at == no_state || files_.covering(states[at].cells[item::prefecture_code]) != covering) return;
        const CorporationCells& cells = states[at].cells;
        ComparedCorporation& one =
            outcome_.told.emplace_back(corporation(Kind::surplus, stored_.number(), cells));
        one.file = static_cast<std::size_t>(covering - files_.files().data());
        if (cells[item::latest] == "0") {
            one.reason = Reason::moved_away;
            ++counts_.moved_away;
        } else {
            ++counts_.surplus;
        }
    }

    const CompleteFiles& files_;
    std::string_view register_day_;
    StoredCorporations& stored_;
    RangeOutcome& outcome_;
    PublicationComparison& counts_;
};

void add(PublicationComparison& all, const PublicationComparison& more) {
    using Counts = PublicationComparison;
    for (const auto count : {&Counts::same, &Counts::differing, &Counts::missing, &Counts::surplus,
                             &Counts::newer_in_file, &Counts::published_later, &Counts::moved_away,
                             &Counts::withdrawn, &Counts::other_hihyoji, &Counts::older_rows}) {
        all.*count += more.*count;
    }
    for (std::size_t i = 0; i < all.by_column.size(); ++i) all.by_column[i] += more.by_column[i];
}

Error no_corporations(const std::string& path) {
    return {ErrorKind::registry,
            path + ": この台帳には法人番号がありません。全件ファイルを daicho update で収めてください",
            path + ": this registry has no corporate numbers; add a complete file with daicho update"};
}

}  // namespace

bool PublicationComparison::is_clean() const {
    if (differing > 0 || missing > 0 || surplus > 0) return false;
    for (const ComparedFile& file : files) {
        if (file.unreadable > 0) return false;
    }
    return true;
}

PublicationComparison compare_with_publications(
    const Registry& registry, const std::vector<std::string>& paths,
    const std::function<void(const ComparedCorporation&, const std::vector<ComparedFile>&)>& told) {
    if (!registry.has("corporation")) throw no_corporations(registry.path());
    CompleteFiles files(paths);
    PublicationComparison all;
    all.register_day = last_published_day(registry.database());
    IdlePool<StoredCorporations> connections(
        [&] { return std::make_unique<StoredCorporations>(registry.path(), files.columns()); });
    RangeMaker ranges(files);
    ordered_pipeline<NumberRange, RangeOutcome>(
        hardware_threads(), [&](NumberRange& range) { return ranges.next(range); },
        [&](NumberRange& range, RangeOutcome& outcome) {
            outcome.clear();
            const auto stored = connections.borrow();
            RangeComparison(files, all.register_day, *stored, outcome).compare(range);
        },
        [&](NumberRange&, RangeOutcome& outcome) {
            add(all, outcome.counts);
            for (const ComparedCorporation& one : outcome.told) told(one, files.files());
        });
    all.files = files.files();
    all.not_taken = files.not_taken();
    return all;
}

}  // namespace daicho
