#include "registries/corporations/complete_files.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/base/pipeline.hpp"
#include "grammars/formats/file_opener.hpp"
#include "grammars/values/date.hpp"
#include "registries/corporations/published_days.hpp"
#include "registries/sources/table_stream.hpp"

namespace daicho {

namespace {

constexpr std::size_t shown_unreadable = 3;

RegistryTable corporation_table(ModelSet& models) {
    for (const Source& source : sources()) {
        for (const Layout& layout : source.layouts) {
            if (layout.table == "corporation") return {source, layout, models.get(layout.model)};
        }
    }
    throw Error{ErrorKind::system, "内部エラーです（法人番号の公表データの定義がありません）",
                "internal error (no publication of corporate numbers is defined)"};
}

std::unique_ptr<RecordStream> open_records(const Candidate& candidate) {
    FileOpener files;
    auto file = files.open(candidate.locator);
    return candidate.found.form ? candidate.found.form->open(std::move(file))
                                : open_table_stream(std::move(file), candidate.found.header);
}

Error is_difference(const std::string& name) {
    return {
        ErrorKind::input,
        name + ": 差分ファイルです。突き合わせる相手は全件ファイルです（差分は daicho update で収めます）",
        name +
            ": is a difference; a register is compared with complete files (daicho update adds differences)"};
}

Error no_complete_file(const std::vector<std::string>& paths,
                       const std::vector<PublicationComparison::NotTaken>& not_taken) {
    std::string names, ja, en;
    for (const std::string& path : paths) names += (names.empty() ? "" : ", ") + path;
    if (!not_taken.empty()) {
        ja = "\n  " + not_taken.front().name + ": " + not_taken.front().why.ja;
        en = "\n  " + not_taken.front().name + ": " + not_taken.front().why.en;
    }
    return {ErrorKind::input, names + ": 法人番号の全件ファイルがありません" + ja,
            names + ": there is no complete file of corporate numbers here" + en};
}

}  // namespace

TemporaryName::TemporaryName(const std::string& stem)
    : path_(make_temporary_beside(temporary_folder() + "/" + stem)) {}

TemporaryName::~TemporaryName() {
    try {
        remove_file(path_);
    } catch (const Error&) {  // an empty file stays in the folder for temporary ones
    }
}

CompleteFiles::CompleteFiles(const std::vector<std::string>& paths)
    : table_(corporation_table(models_)), rows_(scratch_.path() + "-rows") {
    std::vector<RegistryTable> tables{table_};
    auto candidates = survey(paths, tables, {});
    std::ranges::stable_sort(candidates, {}, &Candidate::name);
    for (const Candidate& candidate : candidates) {
        if (!candidate.found.table) {
            not_taken_.push_back({candidate.name, candidate.found.why});
            continue;
        }
        if (PublishedDays::difference_day(candidate.name, candidate.edition.date)) {
            throw is_difference(candidate.name);
        }
        read(candidate);
    }
    if (files_.empty()) throw no_complete_file(paths, not_taken_);
}

void CompleteFiles::read(const Candidate& candidate) {
    const auto records = open_records(candidate);
    const auto columns = item_columns(table_, records->header(), records->columns());
    ComparedFile& file = files_.emplace_back();
    file.name = candidate.name;
    file.columns = records->columns();
    for (std::size_t i = 0; i < columns.size(); ++i) file.has.at(i) = columns[i].has_value();
    const auto number = static_cast<std::uint32_t>(files_.size() - 1);
    const RowCheck check(table_, columns, records->columns());
    std::string newest;
    PrefectureCounts prefectures;
    ordered_pipeline<Batch, CheckedCorporationRows>(
        hardware_threads(), [&](Batch& batch) { return records->next(batch); },
        [&](Batch& batch, CheckedCorporationRows& rows) { rows.read(batch, check, number); },
        [&](Batch& batch, CheckedCorporationRows& rows) {
            take(batch, rows, file);
            newest = std::max(newest, rows.newest);
            prefectures.merge(rows.prefectures);
        });
    file.encoding = records->encoding();
    const Edition& edition = candidate.edition;
    file.day = edition.from == Edition::From::name && is_canonical_date(edition.date) ? edition.date : newest;
    const auto complete = prefectures.unbroken();
    file.prefectures = complete.size();
    for (const std::string& prefecture : complete) {
        const auto [at, added] = coverage_.emplace(prefecture, number);
        if (!added && files_[at->second].day <= file.day) at->second = number;
    }
}

void CompleteFiles::take(const Batch& batch, const CheckedCorporationRows& read, ComparedFile& file) {
    for (const CheckedRows::Left& left : read.checked.left) {
        if (left.blank) continue;
        ++file.rows;
        ++file.unreadable;
        if (file.first_unreadable.size() == shown_unreadable) continue;
        file.first_unreadable.push_back({batch.line(left.record), left.why.reason});
    }
    for (std::size_t i = 0; i < read.rows.rows.size(); ++i) {
        rows_.add(read.rows.rows[i].number, read.rows.bytes(i));
    }
    file.rows += static_cast<std::int64_t>(read.rows.rows.size());
}

const ComparedFile* CompleteFiles::covering(std::string_view prefecture) const {
    const auto found = coverage_.find(prefecture);
    return found == coverage_.end() ? nullptr : &files_[found->second];
}

std::string_view CompleteFiles::last_day() const {
    return std::ranges::max_element(files_, {}, &ComparedFile::day)->day;
}

}  // namespace daicho
