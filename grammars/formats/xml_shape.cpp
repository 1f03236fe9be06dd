#include "grammars/formats/xml_shape.hpp"

#include <algorithm>
#include <bit>

#include "grammars/formats/text_blocks.hpp"
#include "grammars/formats/xml_survey.hpp"
#include "grammars/formats/xml_text.hpp"

namespace daicho {

namespace {

/// What may stop a text: signs of XML, "]" (which may begin "]]>") and control characters.
bool may_stop(char c) {
    return c == '<' || c == '&' || c == ']' || static_cast<unsigned char>(c) < 0x20;
}

#if defined(__SSE2__)

unsigned stops_in(__m128i block) {
    const auto are = [&](char sign) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(sign)); };
    const __m128i signs = _mm_or_si128(_mm_or_si128(are('<'), are('&')), are(']'));
    const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1F)), block);
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(signs, controls)));
}

/// Whether a U+FFFE or U+FFFF, which XML has not, may begin among those bytes.
bool may_be_no_character(__m128i block, unsigned below) {
    const auto are = [&](int byte) {
        const __m128i same = _mm_cmpeq_epi8(block, _mm_set1_epi8(static_cast<char>(byte)));
        return static_cast<unsigned>(_mm_movemask_epi8(same)) & below;
    };
    const unsigned leads = are(0xEF);
    return leads != 0 && (are(0xBF) != 0 || (leads & 0x8000) != 0);
}

#endif

/// Goes to the first byte that may stop a text.
[[gnu::always_inline]] inline const char* behind_text(const char* at, const char* end, Passed& passed) {
#if defined(__SSE2__)
    for (; end - at >= 16; at += 16) {
        const __m128i block = block_at(at);
        const unsigned stops = stops_in(block);
        const unsigned below = (stops - 1) & ~stops;
        const unsigned high = static_cast<unsigned>(_mm_movemask_epi8(block)) & below;
        if ((high | passed.open) != 0) {
            pass_high(block, below, high, passed);
            passed.odd |= may_be_no_character(block, below);
        }
        if (stops != 0) return at + std::countr_zero(stops);
    }
#endif
    for (; at < end && !may_stop(*at); ++at) passed.odd |= static_cast<unsigned char>(*at) >= 0x80;
    passed.odd |= passed.open != 0;
    passed.open = 0;
    return at;
}

}  // namespace

bool XmlShape::learn(std::string_view text) {
    *this = {};
    std::vector<std::size_t> open;
    bool innermost = false;  // nothing but text came behind the last start tag
    std::size_t behind = 0;  // the last tag
    std::size_t from = 0;    // what was not taken down yet
    const auto add_leaf = [&](std::size_t end, bool has_text) {
        text_.append(text, from, end - from);
        leaves_.push_back({text_.size(), has_text});
    };
    do {
        const std::size_t begin = text.find('<', behind), end = text.find('>', begin);
        if (end == text.npos) return false;
        const std::string_view tag = text.substr(begin + 1, end - begin - 1);
        const bool closes = tag.starts_with('/'), empty = tag.ends_with('/');
        if (tag.find('=') != tag.npos) return false;
        if (closes && innermost) {
            elements_[open.back()].leaf = leaves_.size();
            add_leaf(behind, true);
            from = begin;
        } else if (says_something(text.substr(behind, begin - behind))) {
            return false;
        }
        behind = end + 1;
        innermost = !closes && !empty;
        if (closes) {
            open.pop_back();
            continue;
        }
        if (elements_.empty())
            lines_before_ = static_cast<std::uint64_t>(std::ranges::count(text.substr(0, end), '\n'));
        elements_.push_back({open.empty() ? none : open.back(), empty ? leaves_.size() : none});
        if (innermost) {
            open.push_back(elements_.size() - 1);
        } else {
            add_leaf(behind, false);
            from = behind;
        }
    } while (!open.empty());
    text_.append(text, from);
    lines_ = static_cast<std::uint64_t>(std::ranges::count(text_, '\n'));
    return behind == text.size() && elements_.size() > 1;
}

std::size_t XmlShape::match(std::string_view text, std::vector<std::string_view>& values) const {
    const char *at = text.data(), *const end = at + text.size();
    const auto takes = [&](std::size_t from, std::size_t to) {
        const std::string_view fixed(text_.data() + from, to - from);
        if (static_cast<std::size_t>(end - at) < fixed.size() || !same_bytes(at, fixed)) return false;
        at += fixed.size();
        return true;
    };
    Passed passed;
    std::size_t from = 0;
    values.resize(leaves_.size());
    std::string_view* value = values.data();
    for (const Leaf& leaf : leaves_) {
        if (!takes(from, leaf.end)) return 0;
        from = leaf.end;
        const char* const begin = at;
        if (leaf.open) {
            at = behind_text(at, end, passed);
            if (at == end || *at != '<') return 0;
        }
        *value++ = {begin, static_cast<std::size_t>(at - begin)};
    }
    if (!takes(from, text_.size())) return 0;
    const auto size = static_cast<std::size_t>(at - text.data());
    return !passed.odd || is_xml_text(text.substr(0, size)) ? size : 0;
}

}  // namespace daicho
