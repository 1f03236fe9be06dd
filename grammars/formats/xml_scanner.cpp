#include "grammars/formats/xml_scanner.hpp"

#include <bit>
#include <cstring>

#include "grammars/formats/simd.hpp"
#include "grammars/formats/xml_text.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_attributes = 16;  ///< of a tag: each is compared with those before it

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

/// What stands behind the name in a tag.
bool ends_name(char c) {
    return c == '>' || c == '/' || is_blank(c);
}

/// What may stop a text or a value: signs of XML, "]" (which may begin "]]>") and control characters. Line
/// ends and tabs do not.
bool stops_text(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return c == '<' || c == '&' || c == ']' || (byte < 0x20 && c != '\n' && c != '\t');
}

}  // namespace

void XmlScanner::know(Names& names, std::string_view prefix, std::string_view local, std::string_view name,
                      std::string_view uri) {
    std::string written(prefix);
    if (!prefix.empty()) written += ':';
    written += local;
    if (names.places.contains(written)) return;
    Name& fresh = names.all.emplace_back();
    fresh.written = std::move(written);
    fresh.name = name;
    fresh.uri = uri;
    names.places.emplace(fresh.written, &fresh);
}

void XmlScanner::forget() {
    elements_ = {};
    attributes_ = {};
    before_first_.next = nullptr;
    last_ = &before_first_;
}

std::size_t XmlScanner::scan(std::string_view text, unsigned depth, std::uint64_t line, XmlSteps& steps) {
    const XmlSteps::Mark before = steps.mark();
    begin_ = at_ = text.data();
    end_ = begin_ + text.size();
    depth_ = depth;
    line_ = line;
    ascii_ = true;
    open_.clear();
    keep(steps);
    take_all(steps);
    cut_ = at_ >= end_;
    auto size = static_cast<std::size_t>(kept_.at - begin_);
    const bool sound = ascii_ || is_xml_text(text.substr(0, size));
    steps.cut(sound ? kept_.steps : before);
    line_ = sound ? kept_.line : line;
    cut_ = cut_ && sound;
    return sound ? size : 0;
}

void XmlScanner::keep(const XmlSteps& steps) {
    kept_ = {at_, line_, steps.mark()};
}

void XmlScanner::take_all(XmlSteps& steps) {
    for (;;) {
        if (!take_text(steps)) return;
        if (open_.empty()) keep(steps);
        const bool end = at_[1] == '/';
        if (end && open_.empty()) return;
        if (!(end ? take_end(steps) : take_start(steps))) return;
        if (!open_.empty()) continue;
        keep(steps);
        if (depth_ + 1 == pause_) return;
    }
}

void XmlScanner::add(XmlEvent event, std::size_t first, std::size_t count, XmlSteps& steps,
                     const Name* name) {
    steps.all.push_back({event, false, static_cast<std::uint16_t>(depth_ + open_.size()),
                         static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(count), line_,
                         name->name, name->uri});
}

void XmlScanner::add_text(const char* begin, XmlSteps& steps) {
    steps.all.push_back({XmlEvent::text,
                         true,
                         static_cast<std::uint16_t>(depth_ + open_.size()),
                         static_cast<std::uint32_t>(begin - begin_),
                         static_cast<std::uint32_t>(at_ - begin),
                         line_,
                         {},
                         {}});
}

/// Goes to the next byte that stops a text.
void XmlScanner::pass_plain() {
#if defined(__SSE2__)
    const __m128i less = _mm_set1_epi8('<'), reference = _mm_set1_epi8('&'), bracket = _mm_set1_epi8(']');
    const __m128i line = _mm_set1_epi8('\n'), tab = _mm_set1_epi8('\t'), control = _mm_set1_epi8(0x1F);
    const auto same = [](__m128i a, __m128i b) { return _mm_cmpeq_epi8(a, b); };
    for (; end_ - at_ >= 16; at_ += 16) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at_));
        const __m128i lines = same(block, line);
        const __m128i signs =
            _mm_or_si128(_mm_or_si128(same(block, less), same(block, reference)), same(block, bracket));
        const __m128i controls = _mm_andnot_si128(_mm_or_si128(lines, same(block, tab)),
                                                  same(_mm_min_epu8(block, control), block));
        const auto stops = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(signs, controls)));
        const unsigned before = stops == 0 ? 0xFFFFU : (stops & (0U - stops)) - 1U;
        for (unsigned ends = static_cast<unsigned>(_mm_movemask_epi8(lines)) & before; ends != 0;
             ends &= ends - 1) {
            ++line_;
        }
        ascii_ = ascii_ && (static_cast<unsigned>(_mm_movemask_epi8(block)) & before) == 0;
        if (stops == 0) continue;
        at_ += std::countr_zero(stops);
        return;
    }
#endif
    for (; !stops_text(*at_); ++at_) {
        line_ += *at_ == '\n';
        ascii_ = ascii_ && static_cast<unsigned char>(*at_) < 0x80;
    }
}

/// The text up to the next tag.
bool XmlScanner::take_text(XmlSteps& steps) {
    const char* const begin = at_;
    if (*at_ == '<') return true;
    pass_plain();
    if (*at_ != '<') return take_text_with_signs(begin, steps);
    add_text(begin, steps);
    return true;
}

/// The same for one that is not all as it is written, or has "]" in it; it is plain up to here.
bool XmlScanner::take_text_with_signs(const char* begin, XmlSteps& steps) {
    const std::size_t first = steps.text.size();
    for (;;) {
        steps.text.append(begin, static_cast<std::size_t>(at_ - begin));
        begin = at_;
        if (*at_ == '<') break;
        if (*at_ == '&') {
            if (!take_reference(steps)) return false;
            begin = at_;
        } else if (*at_ == ']' && at_[1] != ']') {
            ++at_;
        } else if (*at_ == '\r' && at_[1] == '\n') {
            begin = ++at_;
        } else {
            at_ += at_ < end_ && at_ + 1 == end_;  // what comes behind it will tell
            return false;
        }
        pass_plain();
    }
    steps.all.push_back({XmlEvent::text,
                         false,
                         static_cast<std::uint16_t>(depth_ + open_.size()),
                         static_cast<std::uint32_t>(first),
                         static_cast<std::uint32_t>(steps.text.size() - first),
                         line_,
                         {},
                         {}});
    return true;
}

bool XmlScanner::take_reference(XmlSteps& steps) {
    constexpr std::pair<std::string_view, char> known[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
    for (const auto& [reference, character] : known) {
        if (!rest.starts_with(reference)) continue;
        steps.text.push_back(character);
        at_ += reference.size();
        return true;
    }
    if (rest.size() < 6) at_ = end_;
    return false;
}

bool XmlScanner::stands_here(const Name& name) const {
    const std::size_t size = name.written.size();
    return static_cast<std::size_t>(end_ - at_) > size && std::memcmp(at_, name.written.data(), size) == 0;
}

XmlScanner::Name* XmlScanner::take_name(const Names& names) {
    const char* to = at_;
    while (!ends_name(*to) && *to != '=' && !stops_text(*to)) ++to;
    if (to == end_) at_ = end_;
    const auto known = names.places.find({at_, static_cast<std::size_t>(to - at_)});
    if (known == names.places.end()) return nullptr;
    at_ = to;
    return known->second;
}

void XmlScanner::take_blanks() {
    for (; is_blank(*at_); ++at_) line_ += *at_ == '\n';
}

bool XmlScanner::take_start(XmlSteps& steps) {
    ++at_;
    Name* name = last_->next;
    if (name != nullptr && stands_here(*name) && ends_name(at_[name->written.size()])) {
        at_ += name->written.size();
    } else {
        name = take_name(elements_);
        if (name == nullptr) return false;
        last_->next = name;
    }
    last_ = name;
    if (depth_ + open_.size() + 1 > xml_depth_limit) return false;
    const std::size_t first = steps.attributes.size();
    if (*at_ != '>' && !take_attributes(steps)) return false;
    const bool empty = *at_ == '/';
    at_ += empty;
    if (*at_ != '>') return false;
    ++at_;
    open_.push_back(name);
    add(XmlEvent::start, first, steps.attributes.size() - first, steps, name);
    if (!empty) return true;
    add(XmlEvent::end, 0, 0, steps, name);
    open_.pop_back();
    return true;
}

/// Those of a start tag, behind its name: of different names, each with a blank in front.
bool XmlScanner::take_attributes(XmlSteps& steps) {
    const std::size_t first = steps.attributes.size();
    while (is_blank(*at_)) {
        take_blanks();
        if (*at_ == '>' || *at_ == '/') break;
        if (steps.attributes.size() - first == most_attributes || !take_attribute(first, steps)) return false;
    }
    return true;
}

bool XmlScanner::take_attribute(std::size_t first, XmlSteps& steps) {
    const Name* const name = take_name(attributes_);
    if (name == nullptr || *at_ != '=') return false;
    for (std::size_t i = first; i < steps.attributes.size(); ++i) {
        const XmlStepAttribute& other = steps.attributes[i];
        if (other.name == name->name && other.uri == name->uri) return false;
    }
    ++at_;
    const char quote = *at_;
    if (quote != '"' && quote != '\'') return false;
    const std::size_t begin = steps.text.size();
    const char* from = ++at_;
    for (; *at_ != quote; ++at_) {
        if (*at_ == '&') {
            steps.text.append(from, static_cast<std::size_t>(at_ - from));
            if (!take_reference(steps)) return false;
            from = at_--;
            continue;
        }
        const auto byte = static_cast<unsigned char>(*at_);
        if (byte < 0x20 || *at_ == '<') return false;
        ascii_ = ascii_ && byte < 0x80;
    }
    steps.text.append(from, static_cast<std::size_t>(at_ - from));
    ++at_;
    steps.attributes.push_back({name->name, name->uri, static_cast<std::uint32_t>(begin),
                                static_cast<std::uint32_t>(steps.text.size() - begin)});
    return true;
}

bool XmlScanner::take_end(XmlSteps& steps) {
    at_ += 2;
    const Name* const name = open_.back();
    if (!stands_here(*name)) {
        if (static_cast<std::size_t>(end_ - at_) <= name->written.size()) at_ = end_;
        return false;
    }
    at_ += name->written.size();
    take_blanks();
    if (*at_ != '>') return false;
    ++at_;
    add(XmlEvent::end, 0, 0, steps, name);
    open_.pop_back();
    return true;
}

}  // namespace daicho
