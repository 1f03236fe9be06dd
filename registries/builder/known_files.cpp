#include "registries/builder/known_files.hpp"

#include <string>

#include "grammars/base/digest.hpp"
#include "grammars/base/error.hpp"
#include "grammars/formats/file_opener.hpp"

namespace daicho {

namespace {

bool may_be_known(const Database& registry, const Candidate& candidate) {
    Statement alike =
        registry.prepare("select 1 from file where source is not null and (name = ? or edition = ?)");
    alike.bind(0, std::string_view(candidate.name));
    alike.bind(1, std::string_view(candidate.edition.date));
    return alike.step();
}

std::string digest_of(const Candidate& candidate) {
    FileOpener files;
    const auto file = files.open(candidate.locator);
    return DigestingSource(*file).finish().sha256;
}

std::optional<FileReport> report_of(const Database& registry, const Candidate& candidate) {
    if (!candidate.found.table) return FileReport{.name = candidate.name, .note = candidate.found.why};
    if (!may_be_known(registry, candidate)) return std::nullopt;
    Statement known = registry.prepare(
        "select source, \"table\", edition, records from file where sha256 = ? and source is not null");
    const std::string digest = digest_of(candidate);
    known.bind(0, std::string_view(digest));
    if (!known.step()) return std::nullopt;
    FileReport report{.name = candidate.name};
    report.source = known.text(0);
    report.table = known.text(1);
    report.edition = known.text(2);
    report.rows = {.records = known.integer(3), .duplicate = known.integer(3)};
    return report;
}

}  // namespace

std::optional<std::vector<FileReport>> reports_of_known_files(const Database& registry,
                                                              const std::vector<Candidate>& candidates) {
    std::vector<FileReport> reports;
    try {
        for (const Candidate& candidate : candidates) {
            auto report = report_of(registry, candidate);
            if (!report) return std::nullopt;
            reports.push_back(std::move(*report));
        }
    } catch (const DatabaseError&) {
        throw;
    } catch (const Error&) {  // the update says what is wrong with the file
        return std::nullopt;
    }
    return reports;
}

}  // namespace daicho
