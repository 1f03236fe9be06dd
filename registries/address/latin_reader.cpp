#include "registries/address/latin_reader.hpp"

#include <algorithm>

#include "registries/address/latin_arranger.hpp"
#include "registries/address/latin_text.hpp"
#include "registries/address/place_sound.hpp"
#include "registries/address/place_sounds.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr std::size_t tokens_at_most = 64;
constexpr std::size_t words_a_name = 5;
constexpr std::size_t regions_at_most = 16;
constexpr std::size_t towns_at_most = 32;
constexpr std::int32_t word_weight = 4;
constexpr std::int32_t short_cost = 2;    ///< シ, チョウ ... left out
constexpr std::int32_t no_oaza_cost = 3;  ///< a 小字 whose 大字 is not written
constexpr std::int32_t beside_number = 1;
constexpr std::int32_t beside_region = 2;
constexpr std::int32_t region_slack = 12;  ///< regions that are worse than the best by more are not tried

/// Words of a text that follow each other, and the places that they sound like.
struct SoundRun {
    TokenRange tokens;
    std::int32_t words = 0;
    std::string sound;
    std::span<const std::uint64_t> entries;
};

struct RegionReading {
    std::uint32_t municipality = no_municipality;  ///< `no_municipality`: the prefecture alone
    std::uint32_t prefecture = nothing;
    TokenRange prefecture_tokens, parent, own;
    std::int32_t score = 0;

    bool overlaps(const TokenRange& range) const {
        return own.overlaps(range) || parent.overlaps(range) || prefecture_tokens.overlaps(range);
    }
};

struct TownReading {
    std::uint32_t town = nothing;
    bool koaza = false;
    TokenRange oaza_tokens, koaza_tokens;
    const RegionReading* region = nullptr;
    std::int32_t score = 0;
};

class LatinReader {
 public:
    LatinReader(const IndexView& index, std::string_view source, const AddressOptions& options)
        : index_(index),
          source_(source),
          options_(options),
          text_(source, index.fold),
          tokens_(latin_tokens(text_, source)) {
        if (tokens_.size() > tokens_at_most) tokens_.resize(tokens_at_most);
    }

    std::optional<LatinReading> read() {
        find_runs();
        find_regions();
        find_towns();
        if (!towns_.empty() && !regions_.empty() && towns_.front().score < regions_.front().score)
            towns_.clear();  // Chiyoda-ku, Tokyo is not the town 千代田
        if (regions_.empty() && towns_.empty()) return std::nullopt;
        const RegionReading& region = !towns_.empty() && towns_.front().region != nullptr
                                          ? *towns_.front().region
                                      : regions_.empty() ? RegionReading{}
                                                         : regions_.front();
        return arrange(region);
    }

 private:
    void find_runs() {
        for (std::uint32_t first = 0; first < tokens_.size(); ++first) {
            if (tokens_[first].kind == LatinWord::name) find_runs_from(first);
        }
    }

    void find_runs_from(std::uint32_t first) {
        SoundRun run;
        std::uint32_t parts = 0;
        for (std::uint32_t at = first; at < tokens_.size() && parts < words_a_name; ++at) {
            const LatinToken& token = tokens_[at];
            if (token.kind == LatinWord::hyphen) continue;
            if (token.kind != LatinWord::name && token.kind != LatinWord::number) return;
            append_place_sound(run.sound, slice(source_, text_.span(token.begin, token.end)));
            ++parts;
            if (token.kind == LatinWord::name) ++run.words;
            run.tokens = {first, at + 1};
            if (token.kind == LatinWord::number) continue;
            run.entries = entries_of(index_.place_sounds, run.sound);
            if (!run.entries.empty()) runs_.push_back(run);
        }
    }

    void find_regions() {
        for (const SoundRun& run : runs_) {
            for (const std::uint64_t entry : run.entries) add_region(run, entry);
        }
        std::stable_sort(regions_.begin(), regions_.end(),
                         [](const RegionReading& a, const RegionReading& b) { return a.score > b.score; });
        if (regions_.size() > regions_at_most) regions_.resize(regions_at_most);
        std::erase_if(regions_, [&](const RegionReading& region) {
            return region.score < regions_.front().score - region_slack;
        });
    }

    bool is_within(std::uint32_t municipality) const {
        return index_.string(index_.municipalities[municipality].lg_code).starts_with(options_.within);
    }

    void add_region(const SoundRun& run, std::uint64_t entry) {
        const SoundKind kind = PlaceSound::kind(entry);
        RegionReading region;
        region.score = word_weight * run.words;
        if (kind == SoundKind::prefecture) {
            region.prefecture = PlaceSound::index(entry);
            region.prefecture_tokens = run.tokens;
            regions_.push_back(region);
        } else if (kind == SoundKind::municipality || kind == SoundKind::municipality_short) {
            if (kind == SoundKind::municipality_short) region.score -= short_cost;
            region.municipality = PlaceSound::index(entry);
            if (!is_within(region.municipality)) return;
            region.prefecture = index_.municipalities[region.municipality].prefecture_index;
            region.own = run.tokens;
            TokenRange parent, prefecture;
            region.score += take_best(SoundKind::parent, region.municipality, region, parent);
            region.parent = parent;
            region.score += take_best(SoundKind::prefecture, region.prefecture, region, prefecture);
            region.prefecture_tokens = prefecture;
            regions_.push_back(region);
        }
    }

    /// The most words beside `region` that are the name of `index`; gives what they weigh.
    std::int32_t take_best(SoundKind kind, std::uint32_t index, const RegionReading& region,
                           TokenRange& best) const {
        std::int32_t weight = 0;
        for (const SoundRun& run : runs_) {
            if (word_weight * run.words <= weight || region.overlaps(run.tokens)) continue;
            const bool named = std::ranges::any_of(run.entries, [&](std::uint64_t entry) {
                return PlaceSound::kind(entry) == kind && PlaceSound::index(entry) == index;
            });
            if (!named) continue;
            best = run.tokens;
            weight = word_weight * run.words;
        }
        return weight;
    }

    void find_towns() {
        for (const SoundRun& run : runs_) {
            for (const std::uint64_t entry : run.entries) {
                if (PlaceSound::kind(entry) < SoundKind::town) continue;
                for (const RegionReading& region : regions_) add_town(run, entry, &region);
                if (regions_.empty()) add_town(run, entry, nullptr);
            }
        }
    }

    bool sounds_so(const TownRecord& town, bool koaza, bool shorter, const std::string& sound) const {
        const auto names = town_sounds(index_.string(koaza ? town.koaza_kana : town.oaza_cho_kana),
                                       index_.string(koaza ? town.koaza_roma : town.oaza_cho_roma));
        return std::ranges::any_of(names, [&](const std::string& name) {
            return (shorter ? without_last_word(name) : name) == sound;
        });
    }

    void add_town(const SoundRun& run, std::uint64_t entry, const RegionReading* region) {
        const TownRecord& town = index_.towns[PlaceSound::index(entry)];
        const SoundKind kind = PlaceSound::kind(entry);
        if (!is_within(town.municipality)) return;
        if (region != nullptr) {
            const bool inside =
                region->municipality == no_municipality
                    ? index_.municipalities[town.municipality].prefecture_index == region->prefecture
                    : town.municipality == region->municipality;
            if (!inside || region->overlaps(run.tokens)) return;
        }
        if (kind != SoundKind::town && (region == nullptr || region->municipality == no_municipality)) return;
        TownReading reading;
        reading.town = PlaceSound::index(entry);
        reading.region = region;
        reading.koaza = kind == SoundKind::koaza || town.oaza_cho == 0;
        reading.score = (region == nullptr ? 0 : region->score) + word_weight * run.words;
        (reading.koaza ? reading.koaza_tokens : reading.oaza_tokens) = run.tokens;
        if (kind == SoundKind::town_short) reading.score -= short_cost;
        reading.score += place_weight(run.tokens, region);
        if (kind == SoundKind::koaza) reading.score += find_oaza(town, run, region, reading);
        if (!towns_.empty() && reading.score < towns_.front().score) return;
        if (!sounds_so(town, reading.koaza, kind == SoundKind::town_short, run.sound)) return;
        if (!towns_.empty() && reading.score > towns_.front().score) towns_.clear();
        if (towns_.size() < towns_at_most) towns_.push_back(reading);
    }

    /// A name between a number and the region is the town, one in front of both is a building.
    std::int32_t place_weight(const TokenRange& tokens, const RegionReading* region) const {
        std::uint32_t before = tokens.first;
        std::uint32_t behind = tokens.last;
        const auto is_gap = [&](std::uint32_t at) {
            const LatinWord kind = tokens_[at].kind;
            return kind == LatinWord::comma || kind == LatinWord::hyphen || kind == LatinWord::marker;
        };
        const auto is_number = [&](std::uint32_t at) {
            return tokens_[at].kind == LatinWord::number || tokens_[at].kind == LatinWord::chome;
        };
        while (before > 0 && is_gap(before - 1)) --before;
        while (behind < tokens_.size() && is_gap(behind)) ++behind;
        std::int32_t weight = 0;
        if ((before > 0 && is_number(before - 1)) || (behind < tokens_.size() && is_number(behind)))
            weight += beside_number;
        const bool touches = region != nullptr && ((before > 0 && region->overlaps({before - 1, before})) ||
                                                   region->overlaps({behind, behind + 1}));
        return touches ? weight + beside_region : weight;
    }

    /// The 大字 of a 小字 stands before it, or behind it where the address is written from the end.
    std::int32_t find_oaza(const TownRecord& koaza, const SoundRun& run, const RegionReading* region,
                           TownReading& reading) const {
        std::int32_t weight = -no_oaza_cost;
        for (const SoundRun& other : runs_) {
            if (other.tokens.overlaps(run.tokens) || region->overlaps(other.tokens)) continue;
            if (word_weight * other.words <= weight) continue;
            const bool named = std::ranges::any_of(other.entries, [&](std::uint64_t entry) {
                const bool town = PlaceSound::kind(entry) == SoundKind::town ||
                                  PlaceSound::kind(entry) == SoundKind::town_short;
                if (!town) return false;
                const TownRecord& oaza = index_.towns[PlaceSound::index(entry)];
                return oaza.municipality == koaza.municipality && oaza.oaza_cho == koaza.oaza_cho;
            });
            if (!named) continue;
            reading.oaza_tokens = other.tokens;
            weight = word_weight * other.words;
        }
        return weight;
    }

    std::optional<LatinReading> arrange(const RegionReading& region) {
        LatinArranger arranger{index_, text_, source_, tokens_};
        arranger.put_region(
            {region.municipality, region.prefecture, region.prefecture_tokens, region.parent, region.own});
        if (towns_.empty()) {
            arranger.put_rest();
            return arranger.finish();
        }
        const TownReading& best = towns_.front();
        arranger.put_town(best.oaza_tokens, best.koaza_tokens);
        for (const TownReading& town : towns_) {
            const bool same = town.oaza_tokens == best.oaza_tokens && town.koaza_tokens == best.koaza_tokens;
            if (same) arranger.add_town(town.town, town.koaza);
        }
        return arranger.finish();
    }

    const IndexView& index_;
    std::string_view source_;
    const AddressOptions& options_;
    FoldedText text_;
    std::vector<LatinToken> tokens_;
    std::vector<SoundRun> runs_;
    std::vector<RegionReading> regions_;
    std::vector<TownReading> towns_;
};

}  // namespace

std::optional<LatinReading> read_latin(const IndexView& index, std::string_view source,
                                       const AddressOptions& options) {
    return LatinReader(index, source, options).read();
}

}  // namespace daicho
