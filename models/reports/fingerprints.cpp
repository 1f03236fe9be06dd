#include "models/reports/fingerprints.hpp"

#include "grammars/base/digest.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/variants.hpp"

namespace daicho {

namespace {

std::string print_of(std::string_view version, std::string_view path, const Finding& finding,
                     std::string_view value) {
    std::string told;
    const auto add = [&](std::string_view part) {
        told += std::to_string(part.size());
        told += ':';
        told += part;
    };
    add(version);
    add(finding.rule.text);
    add(path);
    add(finding.header.empty() ? std::to_string(finding.column) : std::string(finding.header));
    add(finding.confidential ? std::string_view() : value);
    return sha256_of(told);
}

}  // namespace

std::string Fingerprints::kind_of(std::string_view path, const Finding& finding) {
    return print_of("daicho/1", path, finding, finding.value);
}

std::string Fingerprints::plain_kind_of(std::string_view path, const Finding& finding) {
    const std::string_view value = finding.value;
    const bool readable = find_invalid_utf8(value) == value.npos;
    return print_of("daicho/2", path, finding,
                    readable ? match_key(without_spaces(value)) : std::string(value));
}

std::string Fingerprints::of(std::string_view path, const Finding& finding) {
    std::string made = plain_kind_of(path, finding);
    const std::uint64_t before = seen_[made]++;
    if (before == 0) return made;
    return sha256_of(made + "#" + std::to_string(before));
}

}  // namespace daicho
