#include "grammars/formats/xml_shape.hpp"

#include <algorithm>
#include <bit>

#include "grammars/formats/text_blocks.hpp"
#include "grammars/formats/xml_survey.hpp"
#include "grammars/formats/xml_text.hpp"

namespace daicho {

namespace {

/// What may stop a text, which '<' ends, or the value of an attribute, which its quotation mark ends: signs
/// of XML, "]" in a text (which may begin "]]>") and control characters.
template <char ending>
constexpr char other_sign = ending == '<' ? ']' : '<';

template <char ending>
bool may_stop(char c) {
    return c == ending || c == '&' || c == other_sign<ending> || static_cast<unsigned char>(c) < 0x20;
}

#if defined(__SSE2__)

template <char ending>
unsigned stops_in(__m128i block) {
    const auto are = [&](char sign) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(sign)); };
    const __m128i signs = _mm_or_si128(_mm_or_si128(are(ending), are('&')), are(other_sign<ending>));
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

/// Goes to the first byte that may stop a text or value.
template <char ending>
[[gnu::always_inline]] inline const char* behind_text(const char* at, const char* end, Passed& passed) {
#if defined(__SSE2__)
    for (; end - at >= 16; at += 16) {
        const __m128i block = block_at(at);
        const unsigned stops = stops_in<ending>(block);
        const unsigned below = (stops - 1) & ~stops;
        const unsigned high = static_cast<unsigned>(_mm_movemask_epi8(block)) & below;
        if ((high | passed.open) != 0) {
            pass_high(block, below, high, passed);
            passed.odd |= may_be_no_character(block, below);
        }
        if (stops != 0) return at + std::countr_zero(stops);
    }
#endif
    for (; at < end && !may_stop<ending>(*at); ++at) passed.odd |= static_cast<unsigned char>(*at) >= 0x80;
    passed.odd |= passed.open != 0;
    passed.open = 0;
    return at;
}

/// The same, where any of three may end it.
[[gnu::always_inline]] inline const char* behind_value(const char* at, const char* end, char ending,
                                                       Passed& passed) {
    if (ending == '<') return behind_text<'<'>(at, end, passed);
    return ending == '"' ? behind_text<'"'>(at, end, passed) : behind_text<'\''>(at, end, passed);
}

/// Of the tag that begins at `begin` its last byte; a value of an attribute may have such a byte as well.
std::size_t end_of_tag(std::string_view text, std::size_t begin) {
    std::size_t at = text.find_first_of("\"'>", begin);
    while (at != text.npos && text[at] != '>') {
        at = text.find(text[at], at + 1);
        if (at != text.npos) at = text.find_first_of("\"'>", at + 1);
    }
    return at;
}

bool has_space_around(std::string_view text) {
    return text.empty() || text.front() == ' ' || text.back() == ' ';
}

}  // namespace

/// A value that begins at `begin`, behind what was not taken down yet, and goes on to `end`.
void XmlShape::add_value(std::string_view text, std::size_t begin, std::size_t end, Value value) {
    text_.append(text, learned_, begin - learned_);
    value.before = text_.size();
    values_.push_back(value);
    learned_ = end;
}

void XmlShape::learn_attributes(std::string_view text, std::size_t begin, std::size_t end) {
    for (std::size_t at = text.find_first_of("\"'", begin); at < end; at = text.find_first_of("\"'", at)) {
        const std::size_t closing = text.find(text[at], at + 1);
        add_value(text, at + 1, closing, {.ending = text[at]});
        ++elements_.back().attributes;
        at = closing + 1;
    }
}

bool XmlShape::learn(std::string_view text) {
    *this = {};
    std::vector<std::size_t> open;
    bool innermost = false;  // nothing but text came behind the last start tag
    std::size_t behind = 0;  // the last tag
    do {
        const std::size_t begin = text.find('<', behind), end = end_of_tag(text, begin);
        if (end == text.npos) return false;
        const bool closes = text[begin + 1] == '/', empty = text[end - 1] == '/';
        if (closes && innermost) {
            Element& element = elements_[open.back()];
            element.leaf = values_.size();
            add_value(text, behind, begin, {.ending = '<', .beside_attributes = element.attributes > 0});
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
        elements_.push_back({open.empty() ? none : open.back()});
        learn_attributes(text, begin, end);
        if (innermost) {
            open.push_back(elements_.size() - 1);
        } else if (elements_.back().attributes == 0) {
            elements_.back().leaf = values_.size();
            add_value(text, behind, behind, {.ending = 0});
        }
    } while (!open.empty());
    text_.append(text, learned_);
    lines_ = static_cast<std::uint64_t>(std::ranges::count(text_, '\n'));
    return behind == text.size() && (elements_.size() > 1 || elements_.front().attributes > 0);
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
    values.resize(values_.size());
    std::string_view* found = values.data();
    for (const Value& value : values_) {
        if (!takes(from, value.before)) return 0;
        from = value.before;
        const char* const begin = at;
        if (value.ending != 0) {
            at = behind_value(at, end, value.ending, passed);
            if (at == end || *at != value.ending) return 0;
        }
        *found = {begin, static_cast<std::size_t>(at - begin)};
        if (value.beside_attributes && has_space_around(*found)) return 0;
        ++found;
    }
    if (!takes(from, text_.size())) return 0;
    const auto size = static_cast<std::size_t>(at - text.data());
    return !passed.odd || is_xml_text(text.substr(0, size)) ? size : 0;
}

}  // namespace daicho
