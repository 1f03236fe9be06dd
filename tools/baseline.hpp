#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "models/dataset/check_listener.hpp"
#include "models/reports/fingerprints.hpp"

namespace daicho {

/// Findings that were there when somebody wrote them down: by file, rule, column and value, and how often. No
/// line numbers are in it, so sorting a file makes nothing new, nor does a repair of a cell that has other
/// findings; no values either. A column is known by its header, and where that has changed by its item.
class Baseline {
 public:
    Baseline() = default;
    Baseline(Baseline&&) = default;
    Baseline& operator=(Baseline&&) = default;
    enum class Versions : std::uint8_t { present, any };
    /// Reads a file of `text`. Throws Error where there is none, where it is no baseline, and where it is one
    /// of an earlier version, unless these are asked for: they compare as they did.
    explicit Baseline(const std::string& path, Versions versions = Versions::present);

    void add(std::string_view file, const Finding& finding);
    /// How a file was when the baseline was made.
    struct FileState {
        std::uint64_t records = 0;
        std::vector<std::string> columns;  ///< headers
    };
    void note(std::string_view file, FileState state);
    /// Null where nothing was noted.
    const FileState* state_of(std::string_view file) const;
    /// Has of files what `other` has.
    void note_files_of(const Baseline& other) { files_ = other.files_; }
    /// The files that it speaks of, in their order.
    std::vector<std::string> files() const;
    /// Whether the finding is among those that are left; takes it from them.
    bool take(std::string_view file, const Finding& finding);
    /// How many of that file are left.
    std::uint64_t left(std::string_view file) const;
    std::uint64_t size() const;
    /// As JSON Lines: a head, a line for each file, then a line for each kind of finding, in the order of
    /// files, rules and columns.
    std::string text() const;

 private:
    /// Views into `texts_`. `column` is a header, or in `by_item_` an item.
    struct Key {
        std::string_view file, rule, column, fingerprint;
        auto operator<=>(const Key&) const = default;
    };
    struct Known {
        std::string_view item;    ///< of a column without one, and in earlier versions, empty
        std::uint64_t count = 0;  ///< what is left
    };
    Known* known(std::string_view file, const Finding& finding);
    void index_items();
    bool read_finding(std::string_view text);
    void read_any_line(std::string_view text, const std::string& path, std::size_t number);
    void note_findings(const Key& key, std::string_view item, std::uint64_t count);
    std::string_view kept(std::string text);

    FingerprintMaker fingerprints_{FingerprintForm::any_column};
    std::unordered_set<std::string> texts_;
    std::map<Key, Known> known_;
    std::map<Key, std::vector<Known*>> by_item_;  ///< made once it is needed
    bool indexed_ = false;                        ///< it is made, and may be empty
    std::map<std::string, FileState, std::less<>> files_;
};

/// Hands on what is not in a baseline.
class BaselineFilter final : public CheckListener {
 public:
    /// Both must outlive it.
    BaselineFilter(Baseline& baseline, CheckListener& next) : baseline_(baseline), next_(next) {}

    void begin_file(const FileFacts& facts) override {
        file_ = facts.path;
        known_before_ = known_;
        next_.begin_file(facts);
    }
    void add(const Finding& finding) override {
        if (baseline_.take(file_, finding)) {
            ++known_;
        } else {
            ++fresh_;
            next_.add(finding);
        }
    }
    void end_file(const FileVerdict& verdict) override {
        fixed_ += baseline_.left(file_);
        FileVerdict told = verdict;
        told.partly_told |= known_ != known_before_;
        next_.end_file(told);
    }

    /// What is in the baseline and not wanted now is not gone.
    void hold_back(const Finding& finding) override { baseline_.take(file_, finding); }

    std::uint64_t known() const { return known_; }
    std::uint64_t fresh() const { return fresh_; }
    std::uint64_t fixed() const { return fixed_; }

 private:
    Baseline& baseline_;
    CheckListener& next_;
    std::string file_;
    std::uint64_t known_ = 0, known_before_ = 0, fresh_ = 0, fixed_ = 0;
};

}  // namespace daicho
