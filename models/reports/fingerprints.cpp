#include "models/reports/fingerprints.hpp"

#include <vector>

#include "grammars/base/digest.hpp"
#include "grammars/base/hexadecimal.hpp"
#include "grammars/text/numerals.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/variants.hpp"

namespace daicho {

namespace {

/// What the forms write first, so that no two of them give the same.
std::string_view version_of(FingerprintForm form) {
    constexpr std::string_view versions[] = {"daicho/1", "daicho/2", "daicho/3", "daicho/4", "daicho/5"};
    return versions[static_cast<std::size_t>(form)];
}

void append_part(std::string& told, std::string_view part) {
    told += std::to_string(part.size());
    told += ':';
    told += part;
}

void append_column(std::string& told, const Finding& finding, FingerprintForm form) {
    if (form == FingerprintForm::any_column) return;
    const bool by_item = form == FingerprintForm::of_item && !finding.item.empty();
    const std::string_view name = by_item ? finding.item : finding.header;
    append_part(told, name.empty() ? std::to_string(finding.column) : std::string(name));
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

std::string folded(std::string_view value, FingerprintForm form) {
    if (form == FingerprintForm::as_written || find_invalid_utf8(value) != value.npos)
        return std::string(value);
    std::string plain = match_key(without_spaces(value));
    if (form == FingerprintForm::plain) return plain;
    std::erase_if(plain, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    return with_plain_numbers(plain);
}

}  // namespace

const std::string& FingerprintMaker::kind_of(std::string_view path, const Finding& finding) {
    constexpr std::size_t most_kept = 10'000;
    if (path != path_ || made_.size() > most_kept) {
        path_ = path;
        made_.clear();
    }
    const std::string_view value = finding.confidential ? std::string_view() : finding.value;
    told_.clear();
    append_part(told_, version_of(form_));
    append_part(told_, finding.rule.text);
    append_part(told_, path);
    append_column(told_, finding, form_);
    const std::size_t common = told_.size();
    told_ += value;
    const auto [place, is_new] = made_.try_emplace(told_);
    if (is_new) {
        told_.resize(common);
        append_part(told_, folded(value, form_));
        place->second = sha256_of(told_);
    }
    return place->second;
}

std::string Fingerprints::of(std::string_view path, const Finding& finding) {
    constexpr std::size_t digits_of_count = 12;
    std::string made = maker_.kind_of(path, finding);
    std::uint64_t before = seen_[made]++;
    if (before == 0) return made;
    for (std::size_t i = 1; i <= digits_of_count; ++i, before /= 16)
        made[made.size() - i] = small_hex_digits[before % 16];
    return made;
}

}  // namespace daicho
