#include "models/reports/fingerprints.hpp"

#include <vector>

#include "grammars/base/digest.hpp"
#include "grammars/text/numerals.hpp"
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

/// What stands behind the numbers of an address, or between them, as `match_key` leaves it.
std::size_t mark_at(std::string_view text) {
    static const std::vector<std::string> marks = [] {
        std::vector<std::string> made;
        for (const char* mark : {"丁目", "番地", "番", "号", "の", "-", "ー"})
            made.push_back(match_key(mark));
        return made;
    }();
    for (const std::string& mark : marks) {
        if (text.starts_with(mark)) return mark.size();
    }
    return 0;
}

/// 三丁目5番地の1 as 3-5-1. Numbers with leading zeros stay what they are.
std::string with_plain_numbers(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const auto number = numeral_at(text, at);
        if (!number) {
            const std::size_t next = code_point_at(text, at).size;
            plain += text.substr(at, next);
            at += next;
            continue;
        }
        plain += number->kanji ? std::to_string(number->value) : std::string(text.substr(at, number->size));
        at += number->size;
        const std::size_t end = at;
        while (const std::size_t mark = mark_at(text.substr(at))) at += mark;
        if (at != end && numeral_at(text, at)) plain += '-';
    }
    return plain;
}

}  // namespace

std::string Fingerprints::kind_of(std::string_view path, const Finding& finding, FingerprintForm form) {
    const std::string_view value = finding.value;
    if (form == FingerprintForm::as_written) return print_of("daicho/1", path, finding, value);
    const bool numbers = form == FingerprintForm::numbers;
    const std::string_view version = numbers ? "daicho/3" : "daicho/2";
    if (find_invalid_utf8(value) != value.npos) return print_of(version, path, finding, value);
    std::string plain = match_key(without_spaces(value));
    if (numbers) {
        std::erase_if(plain, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
        plain = with_plain_numbers(plain);
    }
    return print_of(version, path, finding, plain);
}

std::string Fingerprints::of(std::string_view path, const Finding& finding) {
    std::string made = kind_of(path, finding);
    const std::uint64_t before = seen_[made]++;
    if (before == 0) return made;
    return sha256_of(made + "#" + std::to_string(before));
}

}  // namespace daicho
