#include "registries/corporations/corporation_loader.hpp"

#include <algorithm>

#include "grammars/base/pipeline.hpp"
#include "grammars/values/date.hpp"
#include "registries/corporations/name_index_builder.hpp"
#include "registries/corporations/row_code.hpp"

namespace daicho {

namespace {

namespace item = corporation_item;
using Fate = PublishedState::Fate;
using Place = PublishedState::Place;

constexpr std::size_t shown_days = 10;
constexpr std::size_t group_block = std::size_t{1} << 20;

std::vector<std::string> item_names(const RegistryTable& table) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < table.items(); ++i) names.push_back(table.columns()[i].name);
    return names;
}

/// The documents of corporations that have one row; `forgotten` files do not count.
void make_documents(const CorporationRows& groups, const std::set<std::int64_t>& forgotten,
                    NameDocuments& out) {
    out.clear();
    for (std::size_t i = 0; i < groups.rows.size();) {
        const std::uint64_t number = groups.rows[i].number;
        std::size_t rows = 0;
        ReadCorporationRow row;
        for (; i < groups.rows.size() && groups.rows[i].number == number; ++i) {
            const auto each = decode_corporation_row(groups.bytes(i));
            if (forgotten.contains(each.file)) continue;
            row = each;
            ++rows;
        }
        if (rows != 1) continue;
        out.add({.number = number,
                 .name = row.cells[item::name],
                 .image = row.cells[item::name_image],
                 .kind = row.cells[item::kind],
                 .prefecture = row.cells[item::prefecture_code],
                 .city = row.cells[item::city_code],
                 .close_date = row.cells[item::close_date],
                 .english = row.cells[item::english_name],
                 .furigana = row.cells[item::furigana]},
                NameRole::present);
    }
}

RowRefusal reused_number(std::string_view number) {
    return {"corporateNumber",
            std::string(number),
            {"この法人番号は指定が取り消されています（処理区分 "
             "99）。取り消された番号がふたたび使われることはありません",
             "this number was withdrawn (process 99) and is never used again"}};
}

}  // namespace

/// Names and editions of the files of the registry.
class CorporationLoader::Files final : public CorporationFiles {
 public:
    explicit Files(const Database& database) {
        Statement rows =
            database.prepare("select id, edition, name from file where \"table\" = 'corporation'");
        while (rows.step()) files_[rows.integer(0)] = {std::string(rows.text(1)), std::string(rows.text(2))};
    }
    std::string_view edition(std::int64_t file) const override { return files_.at(file).first; }
    const std::string& name(std::int64_t file) const { return files_.at(file).second; }
    bool is_newer(std::int64_t file, std::int64_t than) const override {
        return files_.at(file) > files_.at(than);
    }

 private:
    std::map<std::int64_t, std::pair<std::string, std::string>> files_;
};

CorporationLoader::CorporationLoader(Database& database, const RegistryTable& table, Changed changed,
                                     bool refuse_gaps)
    : database_(database),
      table_(table),
      changed_(std::move(changed)),
      refuse_gaps_(refuse_gaps),
      store_(database, item_names(table)),
      days_(database),
      records_(database.path() + "-rows") {}

CorporationLoader::~CorporationLoader() = default;

std::optional<Note> CorporationLoader::refusal(const LoadedFile& file) {
    const auto day = PublishedDays::difference_day(file.name, file.edition);
    if (!day || !refuse_gaps_) return std::nullopt;
    const auto missing = days_.missing_before(*day);
    if (missing.empty()) return std::nullopt;
    std::string days;
    for (std::size_t i = 0; i < std::min(missing.size(), shown_days); ++i)
        days += (i ? ", " : "") + missing[i];
    if (missing.size() > shown_days) days += " … " + missing.back();
    const std::string count = std::to_string(missing.size());
    return Note{
        "この差分より前の開庁日 " + count + " 日分の差分がありません（" + days +
            "）。それらと一緒に収めてください",
        "differences of " + count + " working days before it are missing (" + days + "); add them as well"};
}

CountChanges CorporationLoader::load(RecordStream& records, const LoadedFile& file,
                                     const Rejected& rejected) {
    file_ = file;
    prefectures_.clear();
    newest_row_.clear();
    loaded_.clear();
    loaded_[file.id] = {};
    const RowCheck check(table_, item_columns(table_, records.header(), records.columns()),
                         records.columns());
    ordered_pipeline<Batch, CheckedCorporationRows>(
        hardware_threads(), [&](Batch& batch) { return records.next(batch); },
        [&](Batch& batch, CheckedCorporationRows& rows) {
            rows.read(batch, check, static_cast<std::uint32_t>(file_.id));
        },
        [&](Batch& batch, CheckedCorporationRows& rows) { take(batch, rows, rejected); });
    if (PublishedDays::difference_day(file.name, file.edition)) return loaded_;
    for (const std::string& prefecture : prefectures_.complete())
        write_coverage(database_, table_.layout().table, prefecture, file);
    return loaded_;
}

void CorporationLoader::take(const Batch& batch, CheckedCorporationRows& read, const Rejected& rejected) {
    RowCounts& mine = loaded_[file_.id];
    for (const CheckedRows::Left& left : read.checked.left) {
        if (left.blank) continue;
        ++mine.records;
        ++mine.rejected;
        rejected(file_.id, batch.record_number(left.record), batch.line(left.record), left.why);
    }
    const CorporationRows& rows = read.rows;
    for (std::size_t i = 0; i < rows.rows.size(); ++i) records_.add(rows.rows[i].number, rows.bytes(i));
    mine.records += static_cast<std::int64_t>(rows.rows.size());
    if (read.newest > newest_row_) newest_row_ = read.newest;
    prefectures_.merge(read.prefectures);
}

void CorporationLoader::accept() {
    if (PublishedDays::difference_day(file_.name, file_.edition)) {
        days_.add_difference(file_.edition);
    } else {
        days_.add_complete(is_canonical_date(file_.edition) ? file_.edition : newest_row_);
    }
}

void CorporationLoader::forget() {
    forgotten_.insert(file_.id);
}

CountChanges CorporationLoader::finish(const Rejected& rejected) {
    counts_.clear();
    files_ = std::make_unique<Files>(database_);
    CorporationRows carry;  // the first row of the next block
    SortedRecords::Record record;
    const auto produce = [&](CorporationRows& groups) {
        groups.clear();
        std::swap(groups, carry);
        while (records_.next(record)) {
            if (groups.text.size() >= group_block && record.key != groups.rows.back().number) {
                carry.add(record.key, record.bytes);
                return true;
            }
            groups.add(record.key, record.bytes);
        }
        return !groups.rows.empty();
    };
    std::vector<PublishedState> rows;
    const auto consume = [&](const CorporationRows& groups) {
        for (std::size_t i = 0; i < groups.rows.size();) {
            const std::uint64_t number = groups.rows[i].number;
            rows.clear();
            stored_texts_.clear();
            store_.read(number, rows, stored_texts_);
            for (; i < groups.rows.size() && groups.rows[i].number == number; ++i) {
                const auto row = decode_corporation_row(groups.bytes(i));
                if (forgotten_.contains(row.file)) continue;
                rows.push_back({row.cells, row.file, row.line});
            }
            if (!rows.empty()) settle(number, rows, rejected);
        }
    };
    NameIndexBuilder names;
    if (store_.was_empty()) names.reserve(records_.size());
    ordered_pipeline<CorporationRows, NameDocuments>(
        hardware_threads(), produce,
        [&](CorporationRows& groups, NameDocuments& documents) {
            if (store_.was_empty()) make_documents(groups, forgotten_, documents);
        },
        [&](CorporationRows& groups, NameDocuments& documents) {
            consume(groups);
            if (store_.was_empty()) names.add(documents);
        });
    store_.finish();
    days_.finish(database_);
    if (store_.was_empty()) {
        names.finish(database_, changed_numbers_);
    } else {
        update_name_index(database_, std::move(changed_numbers_));
    }
    return counts_;
}

void CorporationLoader::settle(std::uint64_t number, std::vector<PublishedState>& rows,
                               const Rejected& rejected) {
    if (rows.size() == 1 && rows.front().stored == Place::incoming) {  // its documents are made already
        ++counts_[rows.front().file].stored;
        store_.write_first(number, rows.front());
        if (!store_.was_empty()) changed_numbers_.push_back(number);
        if (changed_) tell(nullptr, rows.front());
        return;
    }
    std::optional<PublishedState> before;
    for (const PublishedState& row : rows) {
        if (row.stored == Place::present) before = row;
    }
    const std::size_t present = replay(rows, *files_);
    count(rows, present, rejected);
    const bool changed = std::any_of(rows.begin(), rows.end(), [](const PublishedState& row) {
        return (row.stored == Place::incoming) == (row.fate == Fate::kept);
    });
    if (!changed) return;
    store_.write(number, rows, present);
    changed_numbers_.push_back(number);
    if (changed_ && present != no_state && rows[present].stored != Place::present) {
        tell(before ? &*before : nullptr, rows[present]);
    }
}

void CorporationLoader::count(const std::vector<PublishedState>& rows, std::size_t present,
                              const Rejected& rejected) {
    const auto place = [](RowCounts& counts, Place where) -> std::int64_t& {
        return where == Place::present ? counts.stored : counts.superseded;
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const PublishedState& row = rows[i];
        RowCounts& counts = counts_[row.file];
        if (row.stored != Place::incoming) --place(counts, row.stored);
        if (row.fate == Fate::kept) {
            ++place(counts, i == present ? Place::present : Place::past);
        } else if (row.fate == Fate::duplicate) {
            ++counts.duplicate;
        } else {
            ++counts.rejected;
            rejected(row.file, row.line, row.line, reused_number(row.cells[item::number]));
        }
    }
}

void CorporationLoader::tell(const PublishedState* before, const PublishedState& after) {
    Change change;
    change.op = before ? Change::Op::changed : Change::Op::added;
    change.table = table_.name();
    change.key.emplace_back(table_.columns()[item::number].name, after.cells[item::number]);
    if (before) change.before_edition = before->cells[item::update_date];
    change.after_edition = files_->edition(after.file);
    change.evidence = files_->name(after.file);
    for (std::size_t i = 0; i < after.cells.size(); ++i) {
        if (i == item::sequence_number) continue;
        const std::string_view old = before ? before->cells[i] : std::string_view();
        if (old == after.cells[i]) continue;
        change.items.push_back({table_.columns()[i].name, std::string(old), std::string(after.cells[i])});
    }
    changed_(change);
}

}  // namespace daicho
