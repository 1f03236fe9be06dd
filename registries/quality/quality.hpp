#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/finding.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

/// A row, or a few that belong together, that a publication has probably wrong.
struct QualityRemark {
    std::string key;     ///< of the row: the items of its key with / between them
    std::string ja, en;  ///< what is there, and what it was held against
};

/// Takes what a check finds: counts all, keeps the first.
class QualityRemarks {
 public:
    explicit QualityRemarks(std::size_t kept) : kept_(kept) {}

    void look_at(std::int64_t rows) { looked_at_ += rows; }
    void add(QualityRemark remark);

    std::int64_t looked_at() const { return looked_at_; }
    std::int64_t found() const { return found_; }
    const std::vector<QualityRemark>& first() const { return first_; }

 private:
    std::size_t kept_;
    std::int64_t looked_at_ = 0;
    std::int64_t found_ = 0;
    std::vector<QualityRemark> first_;
};

/// One way to look for errors of the publishers.
struct QualityCheck {
    std::string_view id;
    Severity severity;         ///< warning: probably wrong; info: often so for a reason
    std::string_view table;    ///< without it there is nothing to look at
    std::string_view against;  ///< another that it needs, or empty
    std::string_view ja, en;   ///< what is looked for
    void (*run)(const Registry& registry, QualityRemarks& remarks);
};

/// The table of checks, in the order of reports. Its texts live as long as the program.
std::span<const QualityCheck> quality_checks();

struct QualityReport {
    const QualityCheck* check;
    QualityRemarks remarks;
};

/// Looks through a registry for what its publishers have probably wrong: `kept` remarks of each check, in the
/// order of keys. Checks whose tables the registry does not have are left out. The same registry gives the
/// same remarks.
std::vector<QualityReport> inspect_quality(const Registry& registry, std::size_t kept);

}  // namespace daicho
