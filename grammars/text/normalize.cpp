#include "grammars/text/normalize.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory_resource>
#include <vector>

#include "grammars/text/byte_words.hpp"
#include "grammars/text/character.hpp"

namespace daicho {

namespace {

namespace data = character_data;

// Hangul syllables are composed by arithmetic (Unicode 15, section 3.12).
constexpr char32_t first_syllable = 0xAC00, first_lead = 0x1100, first_vowel = 0x1161, before_tail = 0x11A7;
constexpr unsigned leads = 19, vowels = 21, tails = 28, syllables = leads * vowels * tails;

constexpr CharacterProperties unsettled = character::nfc_no | character::nfc_maybe;

std::uint32_t normalization_word(char32_t c) {
    if (c >= data::code_points) return 0;
    return data::normalization_words[(data::normalization_blocks[c >> data::block_bits] << data::block_bits) +
                                     (c & 0x3F)];
}

unsigned combining_class(char32_t c) {
    return normalization_word(c) & 0xFF;
}

/// A letter and the marks that may join it or change places; it lives on the stack unless it is very long.
class Segment {
 public:
    /// Takes the letter at `at` and all that is not settled behind it; the byte behind the last.
    std::size_t decompose(std::string_view text, std::size_t at) {
        parts_.clear();
        do {
            const auto [c, size] = code_point_at(text, at);
            add(c);
            at += size;
        } while (at < text.size() && (properties_of(code_point_at(text, at).value) & unsettled) != 0);
        order();
        return at;
    }
    void compose();
    void append_to(std::string& out) const {
        for (const Part part : parts_) append_utf8(out, part.c);
    }
    bool is_spelt(std::string_view text) const;

 private:
    struct Part {
        char32_t c = 0;
        unsigned combining_class = 0;
    };

    void add(char32_t c);
    void order();

    std::array<std::byte, 1024> stack_;
    std::pmr::monotonic_buffer_resource memory_{stack_.data(), stack_.size()};
    std::pmr::vector<Part> parts_{&memory_};
};

void Segment::add(char32_t c) {
    if (c >= first_syllable && c < first_syllable + syllables) {
        const char32_t index = c - first_syllable;
        parts_.push_back({first_lead + index / (vowels * tails), 0});
        parts_.push_back({first_vowel + index / tails % vowels, 0});
        if (index % tails != 0) parts_.push_back({before_tail + index % tails, 0});
        return;
    }
    const std::uint32_t word = normalization_word(c);
    const unsigned length = word >> 8 & 7;
    if (length == 0) parts_.push_back({c, word & 0xFF});
    for (unsigned i = 0; i < length; ++i) {
        const char32_t part = data::decomposed[(word >> 16) + i];
        parts_.push_back({part, combining_class(part)});
    }
}

void Segment::order() {
    const auto is_starter = [](const Part& part) { return part.combining_class == 0; };
    for (auto begin = parts_.begin(); begin != parts_.end();) {
        if (is_starter(*begin)) {
            ++begin;
            continue;
        }
        const auto end = std::find_if(begin, parts_.end(), is_starter);
        // Insertion keeps the order of equals and needs no memory; runs are short, but for texts made to
        // harm.
        if (end - begin > 32) {
            std::stable_sort(begin, end, [](const Part& a, const Part& b) {
                return a.combining_class < b.combining_class;
            });
        } else {
            for (auto each = begin; each != end; ++each) {
                const Part part = *each;
                auto to = each;
                for (; to != begin && (to - 1)->combining_class > part.combining_class; --to) *to = *(to - 1);
                *to = part;
            }
        }
        begin = end;
    }
}

void Segment::compose() {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t starter = none, kept = 0;
    unsigned last_class = 0;  // of what was kept last behind the starter
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const Part part = parts_[i];
        const bool adjacent = starter != none && kept == starter + 1;
        const bool blocked = !adjacent && last_class >= part.combining_class;
        if (starter != none && !blocked) {
            if (const char32_t whole = canonical_composition(parts_[starter].c, part.c)) {
                parts_[starter].c = whole;
                continue;
            }
        }
        if (part.combining_class == 0) starter = kept;
        last_class = part.combining_class;
        parts_[kept++] = part;
    }
    parts_.resize(kept);
}

bool Segment::is_spelt(std::string_view text) const {
    std::size_t at = 0;
    for (const Part part : parts_) {
        const auto [c, size] = code_point_at(text, at);
        if (size == 0 || c != part.c) return false;
        at += size;
    }
    return at == text.size();
}

/// The first character at or behind `at` that is not settled, with what it may join: where that begins. npos
/// where all is settled.
std::size_t find_unsettled(std::string_view text, std::size_t at) {
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const char* p = begin + at;
    const char* last = p;
    while (p < end) {
        while (end - p >= 3 && begins_three_bytes(*p)) {
            if ((properties_of_three_bytes(p) & unsettled) != 0)
                return static_cast<std::size_t>(last - begin);
            last = p;
            p += 3;
        }
        while (end - p >= 8) {
            std::uint64_t word;
            std::memcpy(&word, p, 8);
            if (high_bytes(word) != 0) break;
            p += 8;
            last = p - 1;
        }
        if (p == end || (end - p >= 3 && begins_three_bytes(*p))) continue;
        const auto [c, size] = code_point_at({p, static_cast<std::size_t>(end - p)}, 0);
        if ((properties_of(c) & unsettled) != 0) return static_cast<std::size_t>(last - begin);
        last = p;
        p += size;
    }
    return std::string_view::npos;
}

}  // namespace

char32_t canonical_composition(char32_t first, char32_t second) {
    if (first - first_lead < leads && second - first_vowel < vowels) {
        return first_syllable + ((first - first_lead) * vowels + (second - first_vowel)) * tails;
    }
    if (first - first_syllable < syllables && (first - first_syllable) % tails == 0 && second > before_tail &&
        second < before_tail + tails) {
        return first + (second - before_tail);
    }
    std::size_t slot = data::composition_slot(first, second);
    while (data::compositions[slot].first != 0) {
        const auto& pair = data::compositions[slot];
        if (pair.first == first && pair.second == second) return pair.composed;
        slot = (slot + 1) % std::size(data::compositions);
    }
    return 0;
}

std::size_t find_not_nfc(std::string_view text) {
    for (std::size_t at = find_unsettled(text, 0); at != text.npos;) {
        Segment segment;
        const std::size_t end = segment.decompose(text, at);
        segment.compose();
        if (!segment.is_spelt(text.substr(at, end - at))) return at;
        at = find_unsettled(text, end);
    }
    return text.npos;
}

bool is_nfc(std::string_view text) {
    return find_not_nfc(text) == text.npos;
}

std::string nfc(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t copied = 0;
    for (std::size_t at = find_unsettled(text, 0); at != text.npos; at = find_unsettled(text, copied)) {
        out.append(text, copied, at - copied);
        Segment segment;
        copied = segment.decompose(text, at);
        segment.compose();
        segment.append_to(out);
    }
    out.append(text, copied);
    return out;
}

std::string nfd(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 2);
    for (std::size_t at = 0; at < text.size();) {
        Segment segment;
        at = segment.decompose(text, at);
        segment.append_to(out);
    }
    return out;
}

}  // namespace daicho
