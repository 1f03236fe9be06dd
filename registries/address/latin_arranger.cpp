#include "registries/address/latin_arranger.hpp"

#include <algorithm>
#include <string>

#include "registries/address/name_key.hpp"
#include "registries/address/region_matcher.hpp"

namespace daicho {

using namespace address_format;

LatinArranger::LatinArranger(const IndexView& index, const FoldedText& text, std::string_view source,
                             std::vector<LatinToken>& tokens)
    : index_(index), text_(text), source_(source), tokens_(tokens) {
    take_postal_code();
}

/// 100-8950 and 1008950 at either end, Japan left aside.
void LatinArranger::take_postal_code() {
    std::uint32_t begin = 0;
    std::uint32_t end = static_cast<std::uint32_t>(tokens_.size());
    while (begin < end && text_[tokens_[begin].begin] == symbol::postal_mark) tokens_[begin++].used = true;
    const auto is_aside = [&](std::uint32_t at) {
        return tokens_[at].kind == LatinWord::country || tokens_[at].kind == LatinWord::comma;
    };
    while (end > begin && is_aside(end - 1)) --end;
    if (take_postal_code(begin)) return;
    if (end >= 3 && tokens_[end - 2].kind == LatinWord::hyphen) {
        if (end == 3 || tokens_[end - 4].kind != LatinWord::hyphen) take_postal_code(end - 3);
    } else if (end > 1) {
        take_postal_code(end - 1);
    }
}

bool LatinArranger::take_postal_code(std::uint32_t at) {
    const auto digits = [&](std::uint32_t token) {
        return token < tokens_.size() && tokens_[token].kind == LatinWord::number
                   ? tokens_[token].end - tokens_[token].begin
                   : 0;
    };
    const bool joined = digits(at) == 3 && at + 1 < tokens_.size() &&
                        tokens_[at + 1].kind == LatinWord::hyphen && digits(at + 2) == 4;
    if (!joined && digits(at) != 7) return false;
    const std::uint32_t last = joined ? at + 3 : at + 1;
    reading_.towns.postal_code = text_.span(tokens_[at].begin, tokens_[last - 1].end);
    for (; at < last; ++at) tokens_[at].used = true;
    return true;
}

void LatinArranger::put(TokenRange range) {
    for (std::uint32_t at = range.first; at < range.last; ++at) {
        const LatinToken& token = tokens_[at];
        for (std::uint32_t i = token.begin; i < token.end; ++i)
            reading_.text.append(text_[i], text_.span(i, i + 1));
        tokens_[at].used = true;
    }
}

/// The words of a name, with City, Ward ... behind it.
void LatinArranger::put_named(TokenRange range, std::string_view name) {
    if (range.empty()) return;
    put(range);
    const Span span = text_.span(tokens_[range.first].begin, tokens_[range.last - 1].end);
    reading_.towns.readings.push_back({AddressChangeKind::reading, span, name});
    put_region_word(range.last);
}

void LatinArranger::put_region_word(std::uint32_t at) {
    if (at < tokens_.size() && tokens_[at].kind == LatinWord::hyphen) ++at;
    if (at < tokens_.size() && tokens_[at].kind == LatinWord::region) put({at, at + 1});
}

void LatinArranger::put_region(const RegionWords& words) {
    if (words.prefecture == nothing) return;
    const bool whole = words.municipality != no_municipality;
    put_named(words.prefecture_tokens, index_.string(index_.prefectures[words.prefecture].name));
    if (whole) {
        const MunicipalityRecord& m = index_.municipalities[words.municipality];
        put_named(words.parent, index_.string(m.ward == 0 ? m.county : m.city));
        put_named(words.own, index_.string(m.ward == 0 ? m.city : m.ward));
    }
    region_end_ = reading_.text.size();
    find_region_entry(words);
}

/// The entry that the same names in Japanese have.
void LatinArranger::find_region_entry(const RegionWords& words) {
    std::string name;
    const auto append = [&](std::uint32_t part) { name += index_.string(part); };
    const bool whole = words.municipality != no_municipality;
    if (!whole || !words.prefecture_tokens.empty()) append(index_.prefectures[words.prefecture].name);
    if (whole) {
        const MunicipalityRecord& m = index_.municipalities[words.municipality];
        if (m.ward != 0 || !words.parent.empty()) append(m.county);
        if (m.ward == 0 || !words.parent.empty()) append(m.city);
        append(m.ward);
    }
    const RegionMatches found = match_regions(index_, FoldedText(name, index_.fold), 0);
    if (found.count == 0) return;
    reading_.towns.regions.count = 1;
    reading_.towns.regions.matches[0] = {region_end_, found.matches[0].first_entry};
    for (std::uint32_t at = found.matches[0].first_entry;; ++at) {
        const RegionEntry& entry = index_.region_entries[at];
        if (entry.municipality == words.municipality && (entry.flags & region_old) == 0) region_entry_ = at;
        if ((entry.flags & region_last) != 0) break;
    }
}

bool LatinArranger::is_number_word(std::uint32_t at) const {
    const LatinWord kind = tokens_[at].kind;
    return kind == LatinWord::chome || kind == LatinWord::banchi || kind == LatinWord::ban ||
           kind == LatinWord::go;
}

TokenRange LatinArranger::numbers_behind(std::uint32_t from) const {
    while (from < tokens_.size() &&
           (tokens_[from].kind == LatinWord::comma || tokens_[from].kind == LatinWord::hyphen)) {
        ++from;
    }
    std::uint32_t last = from;
    for (; last < tokens_.size() && !tokens_[last].used; ++last) {
        const LatinWord kind = tokens_[last].kind;
        const bool first = last == from;
        if (kind == LatinWord::number) {
            if (!first && tokens_[last - 1].kind == LatinWord::number) break;
        } else if (first || (kind != LatinWord::hyphen && !is_number_word(last))) {
            break;
        }
    }
    return {from, last};
}

TokenRange LatinArranger::numbers_before(std::uint32_t until) const {
    if (until > 0 && tokens_[until - 1].kind == LatinWord::comma) --until;
    std::uint32_t first = until;
    for (; first > 0 && !tokens_[first - 1].used; --first) {
        const LatinWord kind = tokens_[first - 1].kind;
        if (kind == LatinWord::number) {
            if (first < until && tokens_[first].kind == LatinWord::number) break;
        } else if (kind != LatinWord::hyphen && !is_number_word(first - 1)) {
            break;
        }
    }
    while (first < until && tokens_[first].kind != LatinWord::number) ++first;
    return {first, until};
}

/// A unit reaches to the number before it, so that no space is between them.
void LatinArranger::put_unit(const LatinToken& token) {
    Span span = text_.span(token.begin, token.end);
    span.begin = std::min(span.begin, reading_.text.end(reading_.text.size()));
    const Span end{span.end, span.end};
    switch (token.kind) {
        case LatinWord::chome:
            reading_.text.append(symbol::cho, span);
            reading_.text.append(symbol::me, end);
            break;
        case LatinWord::banchi:
            reading_.text.append(symbol::ban, span);
            reading_.text.append(symbol::chi, end);
            break;
        case LatinWord::ban:
            reading_.text.append(symbol::ban, span);
            break;
        default:
            reading_.text.append(symbol::go, span);
            break;
    }
}

void LatinArranger::put_numbers(TokenRange range) {
    for (std::uint32_t at = range.first; at < range.last; ++at) {
        const bool beside = (at + 1 < range.last && is_number_word(at + 1)) || at + 1 == range.last ||
                            (at > 0 && is_number_word(at - 1));
        if (is_number_word(at)) {
            put_unit(tokens_[at]);
            tokens_[at].used = true;
        } else if (tokens_[at].kind == LatinWord::hyphen && beside) {
            tokens_[at].used = true;  // 2-chome, 1-ban-2
        } else {
            put({at, at + 1});
        }
    }
}

TokenRange LatinArranger::unused_from(std::uint32_t from) const {
    while (from < tokens_.size() && tokens_[from].kind == LatinWord::comma) ++from;
    std::uint32_t last = from;
    while (last < tokens_.size() && !tokens_[last].used && tokens_[last].kind != LatinWord::country) ++last;
    while (last > from && tokens_[last - 1].kind == LatinWord::comma) --last;
    return {from, last};
}

TokenRange LatinArranger::unused_until(std::uint32_t until) const {
    while (until > 0 && tokens_[until - 1].kind == LatinWord::comma) --until;
    std::uint32_t first = until;
    while (first > 0 && !tokens_[first - 1].used) --first;
    while (first < until && tokens_[first].kind == LatinWord::comma) ++first;
    return {first, until};
}

void LatinArranger::put_town(const TokenRange& oaza, const TokenRange& koaza) {
    put(oaza);
    put(koaza);
    town_end_ = reading_.text.size();
    const TokenRange words =
        oaza.empty()    ? koaza
        : koaza.empty() ? oaza
                        : TokenRange{std::min(oaza.first, koaza.first), std::max(oaza.last, koaza.last)};
    for (std::uint32_t at = words.first; at < words.last; ++at) tokens_[at].used = true;
    const TokenRange behind = numbers_behind(words.last);
    put_numbers(behind);
    std::uint32_t begin = words.first;
    if (begin > 0 && tokens_[begin - 1].kind == LatinWord::marker) tokens_[--begin].used = true;
    const TokenRange before = numbers_before(begin);
    put_numbers(before);
    put_building(before, behind);
}

/// Before the numbers of an address that is written from its end, behind those of another.
void LatinArranger::put_building(const TokenRange& before, const TokenRange& behind) {
    const TokenRange building = before.empty() ? unused_from(behind.last) : unused_until(before.first);
    put(building);
    for (std::uint32_t at = 0; at < tokens_.size(); ++at) {
        const LatinToken& token = tokens_[at];
        const bool means = token.kind == LatinWord::name || token.kind == LatinWord::number;
        if (token.used || !means) continue;
        const TokenRange rest = unused_from(at);
        reading_.towns.unread = text_.span(tokens_[rest.first].begin, tokens_[rest.last - 1].end);
        return;
    }
}

void LatinArranger::put_rest() {
    for (std::uint32_t at = 0; at < tokens_.size(); ++at) {
        const LatinWord kind = tokens_[at].kind;
        if (tokens_[at].used || kind == LatinWord::comma || kind == LatinWord::country) continue;
        put(unused_from(at));
        return;
    }
}

void LatinArranger::add_town(std::uint32_t town, bool koaza) {
    const TownRecord& record = index_.towns[town];
    LabelKey key;
    if (record.oaza_cho != 0) append_name(key, index_.string(record.oaza_cho), index_.fold);
    if (koaza && record.chome != 0) append_name(key, index_.string(record.chome), index_.fold);
    if (koaza) append_name(key, index_.string(record.koaza), index_.fold);
    std::uint32_t node = index_.town_roots[record.municipality];
    for (const std::uint16_t label : key.labels) {
        if (node != LabelTrie::none) node = index_.town_names.child(node, label);
    }
    if (node == LabelTrie::none) return;
    TownMatch origin;
    origin.begin = origin.skipped_from = origin.region_end = region_end_;
    origin.end = origin.name_end = town_end_;
    origin.koaza_named = koaza;
    origin.region_entry = region_entry_;
    reading_.towns.towns.push_back({node, origin});
}

LatinReading LatinArranger::finish() {
    return std::move(reading_);
}

}  // namespace daicho
