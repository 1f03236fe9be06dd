#include "models/reports/fingerprints.hpp"

#include "grammars/base/digest.hpp"

namespace daicho {

std::string Fingerprints::kind_of(std::string_view path, const Finding& finding) {
    Sha256 digest;
    const auto add = [&](std::string_view part) {
        digest.add(std::to_string(part.size()) + ":");
        digest.add(part);
    };
    add("daicho/1");
    add(finding.rule.text);
    add(path);
    add(finding.header.empty() ? std::to_string(finding.column) : std::string(finding.header));
    add(finding.confidential ? std::string_view() : std::string_view(finding.value));
    return digest.hex();
}

std::string Fingerprints::of(std::string_view path, const Finding& finding) {
    std::string made = kind_of(path, finding);
    const std::uint64_t before = seen_[made]++;
    if (before == 0) return made;
    Sha256 digest;
    digest.add(made + "#" + std::to_string(before));
    return digest.hex();
}

}  // namespace daicho
