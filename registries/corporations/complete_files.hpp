#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "grammars/base/sorted_records.hpp"
#include "models/engine/model_set.hpp"
#include "registries/corporations/corporation_rows.hpp"
#include "registries/corporations/publication_comparison.hpp"
#include "registries/loading/survey.hpp"
#include "registries/sources/record_stream.hpp"

namespace daicho {

/// A name in the folder for temporary files that nobody else has; what was put at it goes with this.
class TemporaryName {
 public:
    explicit TemporaryName(const std::string& stem);
    ~TemporaryName();
    TemporaryName(const TemporaryName&) = delete;
    TemporaryName& operator=(const TemporaryName&) = delete;
    const std::string& path() const { return path_; }

 private:
    std::string path_;
};

/// The rows of complete files of corporate numbers, by number (row_code.hpp; the file of a row is its place
/// in `files`).
class CompleteFiles {
 public:
    /// Reads every file at and below `paths`. Throws Error as compare_with_publications does.
    explicit CompleteFiles(const std::vector<std::string>& paths);

    /// The columns of the table and `file`, as SQL names them.
    std::string columns() const { return table_.list(); }
    const std::vector<ComparedFile>& files() const { return files_; }
    const std::vector<PublicationComparison::NotTaken>& not_taken() const { return not_taken_; }
    /// The newest of the files that speak of that prefecture; null where none does.
    const ComparedFile* covering(std::string_view prefecture) const;
    /// The last day of which one of the files speaks.
    std::string_view last_day() const;
    /// The next row; false at the end. Throws Error.
    bool next(SortedRecords::Record& record) { return rows_.next(record); }

 private:
    void read(const Candidate& candidate);
    void take(const Batch& batch, const CheckedCorporationRows& read, ComparedFile& file);

    ModelSet models_;
    RegistryTable table_;
    TemporaryName scratch_{"daicho-verify"};
    SortedRecords rows_;
    std::vector<ComparedFile> files_;
    std::vector<PublicationComparison::NotTaken> not_taken_;
    std::map<std::string, std::size_t, std::less<>> coverage_;
};

}  // namespace daicho
