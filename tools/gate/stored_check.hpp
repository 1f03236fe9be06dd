#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/dataset/check_listener.hpp"

namespace daicho {

/// What a check of a file told, kept so that it can be told again: by `replay` to the same effect. Findings
/// about confidential items are masked before they are kept.
struct StoredCheck {
    FileFacts facts;
    std::vector<Finding> findings;
    FileVerdict verdict;
    std::string newest;  ///< date in the column that tells how fresh the data is, YYYY-MM-DD; empty: none
    std::vector<std::vector<std::uint64_t>> suppressed;  ///< records that suppressions by key mean, in order
    std::uint32_t missing = 0;                 ///< bits of the knowledge that was asked for and not there
    std::set<std::string, std::less<>> texts;  ///< what the rest views

    StoredCheck() = default;
    StoredCheck(StoredCheck&&) = default;
    StoredCheck& operator=(StoredCheck&&) = default;

    /// `text`, kept as long as this.
    std::string_view keep(std::string_view text);
};

/// Keeps what it is told, up to `most_findings`.
class CheckKeeper final : public CheckListener {
 public:
    CheckKeeper(StoredCheck& into, bool show_values, std::size_t most_findings)
        : into_(into), show_values_(show_values), most_(most_findings) {}

    void begin_file(const FileFacts& facts) override;
    void add(const Finding& finding) override;
    void end_file(const FileVerdict& verdict) override { into_.verdict = verdict; }
    bool all_kept() const { return all_kept_; }

 private:
    StoredCheck& into_;
    bool show_values_;
    std::size_t most_;
    bool all_kept_ = true;
};

/// Tells `listener` what was kept.
void replay(const StoredCheck& check, CheckListener& listener);

/// As bytes, and back; nothing where they are not what `pack` made. `path` is the name of the file.
std::string pack(const StoredCheck& check);
std::optional<StoredCheck> unpack(std::string_view bytes, const std::string& path);

}  // namespace daicho
