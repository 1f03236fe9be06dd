#include "grammars/formats/record_checks.hpp"

#include <cstdint>
#include <cstring>
#include <string_view>

#include "grammars/formats/rule_ids.hpp"
#include "grammars/formats/simd.hpp"
#include "grammars/text/byte_words.hpp"
#include "grammars/text/code_point_name.hpp"

namespace daicho {

namespace {

bool is_control_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

#if defined(__SSE2__)

/// Whether any of 64 bytes is below the space or 0x7F.
bool may_have_control(const char* text) {
    __m128i found = _mm_setzero_si128();
    for (int i = 0; i < 64; i += 16) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + i));
        const __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1F)), block);
        found = _mm_or_si128(found, _mm_or_si128(low, _mm_cmpeq_epi8(block, _mm_set1_epi8(0x7F))));
    }
    return _mm_movemask_epi8(found) != 0;
}

#endif

/// The first such byte of `text`, or npos.
std::size_t find_control(std::string_view text) {
    std::size_t at = 0;
#if defined(__SSE2__)
    for (; at + 64 <= text.size(); at += 64) {
        if (!may_have_control(text.data() + at)) continue;
        for (std::size_t i = at; i < at + 64; ++i) {
            if (is_control_byte(text[i])) return i;
        }
    }
#endif
    for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        if ((bytes_below_space(word) | bytes_equal_to(word, 0x7F)) == 0) continue;
        for (std::size_t i = at; i < at + sizeof word; ++i) {
            if (is_control_byte(text[i])) return i;
        }
    }
    for (; at < text.size(); ++at) {
        if (is_control_byte(text[at])) return at;
    }
    return text.npos;
}

Finding& add_record_finding(Batch& batch, std::size_t record, RuleId rule, Severity severity) {
    Finding& finding = batch.parts().findings.emplace_back();
    finding.rule = rule;
    finding.severity = severity;
    finding.record = batch.record_number(record);
    finding.place = batch.place(record);
    return finding;
}

void check_controls(Batch& batch, std::size_t record, std::size_t column) {
    const std::string_view text = batch.cell(record, column);
    const std::size_t control = find_control(text);
    if (control == text.npos) return;
    Finding& finding = add_record_finding(batch, record, rules::control_in_file, Severity::error);
    const auto offset = static_cast<std::uint32_t>(control);
    finding.column = static_cast<std::uint32_t>(column + 1);
    finding.span = {offset, offset + 1};
    finding.detail = code_point_name(static_cast<unsigned char>(text[control]));
}

}  // namespace

void check_records(Batch& batch, std::size_t columns) {
    const auto& text = batch.parts().text;
    const bool controls = find_control({text.data(), text.size()}) != std::string_view::npos;
    for (std::size_t record = 0; record < batch.size(); ++record) {
        const std::size_t width = batch.width(record);
        if (batch.blank(record)) {
            add_record_finding(batch, record, rules::blank_record, Severity::info);
        } else if (columns != 0 && width != columns) {
            Finding& finding = add_record_finding(batch, record, rules::ragged_record, Severity::error);
            finding.value = std::to_string(width);
            finding.detail = std::to_string(columns);
        }
        for (std::size_t column = 0; controls && column < width; ++column)
            check_controls(batch, record, column);
    }
}

}  // namespace daicho
