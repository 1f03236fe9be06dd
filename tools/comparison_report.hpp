#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "grammars/formats/json_writer.hpp"
#include "registries/corporations/publication_comparison.hpp"
#include "tools/registry_report.hpp"
#include "tools/session.hpp"

namespace daicho {

/// Writes what came of `verify --against`: corporations as they come, then the counts. Without `all`, the
/// first three of each kind and reason.
class ComparisonReport {
 public:
    ComparisonReport(ReportForm form, bool all, const Session& session);
    void add(const ComparedCorporation& corporation, const std::vector<ComparedFile>& files);
    void finish(const PublicationComparison& found);

 private:
    bool is_shown(const ComparedCorporation& corporation);
    void add_text(const ComparedCorporation& corporation, const std::string& file);
    void add_json(const ComparedCorporation& corporation, const std::string& file);
    void finish_text(const PublicationComparison& found);
    void finish_json(const PublicationComparison& found);
    void write();

    ReportForm form_;
    bool all_;
    const Session& session_;
    std::vector<std::uint64_t> shown_;  // of each kind and reason
    std::uint64_t left_out_ = 0;
    std::string text_;
    JsonWriter json_{text_};
};

}  // namespace daicho
