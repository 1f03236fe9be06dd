#include "registries/address/gathered_regions.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "registries/address/region_matcher.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr std::uint32_t looked_at = 64;     ///< symbols
constexpr std::uint32_t longest_name = 14;  ///< of a municipality with its prefecture, symbols
constexpr std::uint32_t shortest_prefecture = 3;

/// Names of regions that stand one behind the other, from symbol `ends[0]` on.
struct RegionChain {
    static constexpr std::uint32_t at_most = 3;
    std::array<std::uint32_t, at_most + 1> ends{};
    std::uint32_t count = 0;
};

/// Where the name at `at` ends: 神奈川県 of 神奈川県中区, else the longest; 0: none is there.
std::uint32_t name_end_at(const IndexView& index, const FoldedText& text, std::uint32_t at) {
    const RegionMatches found = match_regions(index, text, at);
    for (std::uint32_t i = 0; i < found.count; ++i) {
        if (index.region_entries[found.matches[i].first_entry].municipality == no_municipality)
            return found.matches[i].end;
    }
    return found.count == 0 ? 0 : found.matches[0].end;
}

RegionChain chain_at(const IndexView& index, const FoldedText& text, std::uint32_t at) {
    RegionChain chain;
    chain.ends[0] = at;
    while (chain.count < RegionChain::at_most) {
        const std::uint32_t begin = chain.ends[chain.count];
        const std::uint32_t end = name_end_at(index, text, begin);
        if (end < begin + 2) break;
        chain.ends[++chain.count] = end;
    }
    return chain;
}

class RegionGatherer {
 public:
    RegionGatherer(const IndexView& index, const FoldedText& text) : index_(index), text_(text) {}

    std::optional<ReversedAddress> gather() const {
        for (std::uint32_t at = 0; at < std::min(text_.size(), looked_at); ++at) {
            const RegionChain chain = chain_at(index_, text_, at);
            for (std::uint32_t count = chain.count; count > 0; --count) {
                if (may_be_moved(chain, count)) {
                    if (auto moved = move(chain, count)) return moved;
                }
            }
        }
        return std::nullopt;
    }

 private:
    /// Behind the town only where a number or nothing follows: 1-1東京都民ビル.
    bool may_be_moved(const RegionChain& chain, std::uint32_t count) const {
        const std::uint32_t begin = chain.ends[0], end = chain.ends[count];
        const bool closed = end >= text_.size() || symbol::is_digit(text_[end]);
        if (count == 1)
            return begin > 0 && closed && end - begin >= shortest_prefecture && is_prefecture(begin);
        return begin == 0 || closed;
    }

    bool is_prefecture(std::uint32_t at) const {
        const RegionMatches found = match_regions(index_, text_, at);
        const auto is_one = [&](const RegionMatch& match) {
            return index_.region_entries[match.first_entry].municipality == no_municipality;
        };
        return std::any_of(found.matches.begin(), found.matches.begin() + found.count, is_one);
    }

    /// The names are those of one municipality when they are read in the other order.
    std::optional<ReversedAddress> move(const RegionChain& chain, std::uint32_t count) const {
        ReversedAddress moved;
        for (std::uint32_t i = count; i > 0; --i) append(moved.text, chain.ends[i - 1], chain.ends[i]);
        const std::uint32_t named = moved.text.size();
        append_front(moved, chain.ends[0], chain.ends[count] >= text_.size());
        append(moved.text, chain.ends[count], text_.size());
        const RegionMatches found = match_regions(index_, moved.text, 0);
        if (found.count == 0) return std::nullopt;
        const std::uint32_t end = found.matches[0].end;
        if (count > 1 ? end < named : end <= named) return std::nullopt;
        const bool two_in_front = chain.ends[0] == 0 && count == 2;  // 千代田区東京都霞が関2-1-2
        moved.number_apart = moved.number_apart || !(two_in_front || chain.ends[count] >= text_.size());
        return moved;
    }

    /// What stands in front of the names: of 2-1-2霞が関 the number goes behind.
    void append_front(ReversedAddress& moved, std::uint32_t end, bool last) const {
        std::uint32_t numbers = 0;
        while (last && numbers < end &&
               (symbol::is_digit(text_[numbers]) || text_[numbers] == symbol::hyphen))
            ++numbers;
        append(moved.text, numbers, end);
        append(moved.text, 0, numbers);
        moved.number_apart = numbers > 0;
    }

    void append(FoldedText& to, std::uint32_t begin, std::uint32_t end) const {
        for (std::uint32_t i = begin; i < end; ++i) to.append(text_[i], text_.span(i, i + 1));
    }

    const IndexView& index_;
    const FoldedText& text_;
};

/// The node of the names of regions behind the symbols before `end`; `none`: no name begins so, or `end` is
/// in the middle of a number.
std::uint32_t node_behind(const IndexView& index, const FoldedText& text, std::uint32_t end) {
    std::uint32_t node = 0;
    std::uint32_t at = 0;
    while (at < end && node != LabelTrie::none) node = step_region(index, text, node, at);
    return at == end ? node : LabelTrie::none;
}

/// The symbol, or the first one of the number, that names of regions go on with at symbol `i` of the text.
std::uint16_t next_symbol(const FoldedText& text, std::uint32_t i) {
    const NumberToken number = text.number(i);
    if (number.size == 0) return text[i];
    const NumberSymbols symbols = number_symbols(number.value);
    return symbols.size == 0 ? symbol::unknown : symbols.symbols[0];
}

/// Whether a name that goes to node `child` may end there, or go on with `next`. A letter that may be a part
/// of a number may do more.
bool may_lead_on(const IndexView& index, std::uint32_t child, std::uint16_t next) {
    return index.regions.payload(child) != LabelTrie::none ||
           index.regions.child(child, next) != LabelTrie::none ||
           symbol::is_number_letter(index.regions.label(child));
}

/// The text with the letters in the place of symbol `i` that make the longest name of a region of what it
/// begins with, `shortest` symbols or more; none, where more than a few do.
std::vector<FoldedText> with_letters(const IndexView& index, const FoldedText& text, std::uint32_t i,
                                     std::uint32_t shortest) {
    constexpr std::size_t a_few = 32;
    std::vector<std::uint16_t> letters;
    const std::uint32_t node = node_behind(index, text, i);
    if (node == LabelTrie::none) return {};
    const std::uint16_t next = next_symbol(text, i + 1);
    std::uint32_t longest = shortest;
    FoldedText other = text;
    for (auto child = index.regions.children_begin(node); child < index.regions.children_end(node); ++child) {
        if (!may_lead_on(index, child, next)) continue;
        other.replace(i, index.regions.label(child));
        const RegionMatches found = match_regions(index, other, 0);
        if (found.count == 0 || found.matches[0].end < longest) continue;
        if (found.matches[0].end > longest) letters.clear();
        longest = found.matches[0].end;
        letters.push_back(index.regions.label(child));
    }
    std::vector<FoldedText> whole;
    if (letters.size() > a_few) return whole;
    for (const std::uint16_t letter : letters) {
        whole.push_back(text);
        whole.back().replace(i, letter);
    }
    return whole;
}

}  // namespace

std::optional<ReversedAddress> gathered_regions(const IndexView& index, const FoldedText& text) {
    if (text.is_arranged()) return std::nullopt;
    return RegionGatherer(index, text).gather();
}

std::optional<FoldedText> with_lost_letter(const IndexView& index, const FoldedText& text) {
    std::uint32_t lost = 0;
    while (lost < std::min(text.size(), longest_name) && text[lost] != symbol::wildcard) ++lost;
    if (lost >= std::min(text.size(), longest_name)) return std::nullopt;
    std::vector<FoldedText> whole = with_letters(index, text, lost, lost + 2);
    return whole.size() == 1 ? std::optional(whole.front()) : std::nullopt;
}

std::vector<FoldedText> with_one_letter_mended(const IndexView& index, const FoldedText& text) {
    std::vector<FoldedText> mended;
    const std::uint32_t end = std::min(text.size(), longest_name);
    for (std::uint32_t i = 0; i < end; ++i) {
        if (text[i] == symbol::wildcard) return mended;
    }
    for (std::uint32_t i = 0; i < end; ++i) {
        if (node_behind(index, text, i) == LabelTrie::none) continue;
        for (FoldedText& other : with_letters(index, text, i, i + 1)) mended.push_back(std::move(other));
        FoldedText longer = text;
        longer.insert(i, symbol::wildcard);
        for (FoldedText& other : with_letters(index, longer, i, i + 1)) mended.push_back(std::move(other));
        FoldedText shorter = text;
        shorter.drop(i, i + 1);
        if (match_regions(index, shorter, 0).count > 0) mended.push_back(std::move(shorter));
        if (i + 1 >= end || text[i] == text[i + 1]) continue;
        FoldedText exchanged = text;
        exchanged.exchange(i);
        const RegionMatches found = match_regions(index, exchanged, 0);
        if (found.count > 0 && found.matches[0].end > i + 1) mended.push_back(std::move(exchanged));
    }
    return mended;
}

}  // namespace daicho
