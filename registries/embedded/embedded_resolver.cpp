#include "registries/embedded/embedded_resolver.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <span>
#include <string>

#include "grammars/text/utf8.hpp"
#include "registries/embedded/embedded_table.hpp"
#include "registries/embedded/municipality_table.hpp"
#include "registries/embedded/name_folding.hpp"

namespace daicho {

namespace {

/// What of a municipality's name a key spells.
enum class Spelling : unsigned char {
    prefecture,  // 東京都
    full,        // 国頭郡今帰仁村, 千代田区, 横浜市西区
    bare,        // 今帰仁村: the county is left out
    ward,        // 西区: the city is left out
};

/// One spelling of one municipality, a stretch of the pool of folded characters.
struct Key {
    std::uint32_t begin = 0;
    std::uint16_t size = 0;
    std::uint16_t municipality = 0;  // index in the table of municipalities
    Spelling spelling = Spelling::full;
};

using Keys = std::span<const Key>;

/// The names that a stretch of text spells.
struct Match {
    Keys keys;            // equal spellings of several municipalities
    std::size_t end = 0;  // of the stretch, in bytes of the text
};

/// What a text begins with.
struct Beginning {
    const Municipality* prefecture = nullptr;
    std::size_t prefecture_end = 0;
    Match names;
};

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(' ', at), text.size());
}

/// A mark that stands before a lot number: 甲, イ, ろ, 子 ...
bool is_lot_mark(char32_t c) {
    constexpr std::u32string_view stems = U"甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
    return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) || stems.find(c) != stems.npos;
}

/// Whether a lot number starts at `at`: 12, 甲402, ニ (and nothing more).
bool lot_follows(std::string_view text, std::size_t at) {
    at = skip_spaces(text, at);
    const auto is_digit = [](char32_t c) { return c >= '0' && c <= '9'; };
    const auto [first, size] = code_point_at(text, at);
    if (is_digit(first)) return true;
    if (!is_lot_mark(first)) return false;
    const auto next = code_point_at(text, at + size);
    return next.size == 0 || is_digit(next.value);
}

/// A ward that ended while its name lives on in the same city (天竜区 of 浜松市) is read as the new one.
bool lives_on(std::span<const Municipality> table, const Municipality& old) {
    return !old.ended.empty() && std::ranges::any_of(table, [&](const Municipality& other) {
        return other.ended.empty() && other.ward == old.ward && other.city == old.city &&
               other.prefecture == old.prefecture;
    });
}

std::string city_and_county(const Municipality& municipality) {
    std::string name;
    name.reserve(municipality.county.size() + municipality.city.size() + municipality.ward.size());
    return name.append(municipality.county).append(municipality.city).append(municipality.ward);
}

class EmbeddedResolver : public AddressResolver {
 public:
    EmbeddedResolver() {
        keys_.reserve(4096);
        names_.reserve(2048);
        pool_.reserve(24576);
        for (std::size_t municipality = 0; municipality < table_.size(); ++municipality)
            add_spellings(municipality);
        add_other_names();
        std::ranges::sort(keys_, [this](const Key& a, const Key& b) {
            const int order = spelling(a).compare(spelling(b));
            return order != 0 ? order < 0 : a.municipality < b.municipality;
        });
        std::ranges::sort(names_);
    }

    std::vector<Place> resolve(std::string_view text) const override {
        std::vector<Place> places;
        const Beginning beginning = begin(text);
        for_each_municipality(beginning, [&](const Key& key) { places.push_back(place(key, beginning)); });
        if (places.empty() && beginning.prefecture) places.push_back(prefecture_alone(beginning));
        return places;
    }

    std::size_t municipality_size(std::string_view text) const override {
        const Beginning beginning = begin(text);
        int count = 0;
        for_each_municipality(beginning, [&](const Key&) { ++count; });
        return count == 1 ? beginning.names.end : 0;
    }

    bool is_city_and_county(std::string_view text) const override {
        return std::ranges::binary_search(names_, text);
    }

 private:
    std::u16string_view spelling(const Key& key) const {
        return std::u16string_view(pool_).substr(key.begin, key.size);
    }

    void add(std::u16string_view name, std::size_t municipality, Spelling spelling) {
        keys_.push_back({static_cast<std::uint32_t>(pool_.size()), static_cast<std::uint16_t>(name.size()),
                         static_cast<std::uint16_t>(municipality), spelling});
        pool_ += name;
    }

    void add_spellings(std::size_t municipality) {
        const Municipality& names = table_[municipality];
        if (!names.city.empty()) names_.push_back(city_and_county(names));
        if (lives_on(table_, names)) return;
        const auto city = folded_name(names.city);
        if (city.empty()) {
            add(folded_name(names.prefecture), municipality, Spelling::prefecture);
        } else if (!names.ward.empty()) {
            add(city + folded_name(names.ward), municipality, Spelling::full);
            add(folded_name(names.ward), municipality, Spelling::ward);
        } else {
            add(folded_name(names.county) + city, municipality, Spelling::full);
            if (!names.county.empty()) add(city, municipality, Spelling::bare);
        }
    }

    void add_other_names() {
        for_each_line(embedded_text("registries/embedded/other_names.tsv"), [this](std::string_view line) {
            const auto name = folded_name(take_field(line));
            const Municipality* municipality = find_municipality(take_field(line));
            assert(municipality);
            add(name, static_cast<std::size_t>(municipality - table_.data()), Spelling::full);
        });
    }

    /// The keys of `keys`, all equal before `depth`, that go on with `c`.
    Keys going_on(Keys keys, std::size_t depth, char16_t c) const {
        const auto character = [&](const Key& key) {
            return key.size > depth ? static_cast<int>(pool_[key.begin + depth]) : -1;
        };
        const int wanted = c;
        const auto first = std::ranges::lower_bound(keys, wanted, {}, character);
        const auto last = std::ranges::upper_bound(keys, wanted, {}, character);
        return {first, last};
    }

    /// The longest stretch of `text` from `at` whose names include one that `counts`.
    template <class Counts>
    Match longest(std::string_view text, std::size_t at, Counts counts) const {
        Match best;
        Keys keys = keys_;
        for (std::size_t depth = 0; at < text.size();) {
            const auto [c, size] = code_point_at(text, at);
            at += size;
            const char16_t to = folded(c);
            if (to == 0 || (to == ' ' && depth > 0)) continue;
            keys = going_on(keys, depth, to);
            ++depth;
            if (keys.empty()) break;
            const auto ended = std::ranges::find_if(keys, [&](const Key& key) { return key.size > depth; });
            const Keys here(keys.begin(), ended);
            if (std::ranges::any_of(here, counts)) best = {here, at};
        }
        return best;
    }

    Beginning begin(std::string_view text) const {
        Beginning beginning;
        const auto prefecture =
            longest(text, 0, [](const Key& key) { return key.spelling == Spelling::prefecture; });
        if (!prefecture.keys.empty()) {
            beginning.prefecture = &table_[prefecture.keys.front().municipality];
            beginning.prefecture_end = prefecture.end;
        }
        const std::size_t at = skip_spaces(text, beginning.prefecture_end);
        beginning.names = longest(text, at, [&](const Key& key) { return counts(key, beginning); });
        const auto bare = [](const Key& key) { return key.spelling == Spelling::bare; };
        if (!beginning.prefecture && std::ranges::all_of(beginning.names.keys, bare) &&
            lot_follows(text, beginning.names.end)) {
            beginning.names = {};
        }
        return beginning;
    }

    bool counts(const Key& key, const Beginning& beginning) const {
        if (key.spelling == Spelling::prefecture) return false;
        return !beginning.prefecture ||
               table_[key.municipality].prefecture == beginning.prefecture->prefecture;
    }

    /// Calls `use(key)` for the municipalities that the text names, each once: those that exist, or else
    /// those that ended; a municipality under its full name before one whose city or county was left out.
    template <class Use>
    void for_each_municipality(const Beginning& beginning, Use use) const {
        const auto each = [&](bool existing, bool full) {
            for (const Key& key : beginning.names.keys) {
                if (counts(key, beginning) && table_[key.municipality].ended.empty() == existing &&
                    (key.spelling == Spelling::full) == full) {
                    use(key);
                }
            }
        };
        const bool existing = std::ranges::any_of(beginning.names.keys, [&](const Key& key) {
            return counts(key, beginning) && table_[key.municipality].ended.empty();
        });
        each(existing, true);
        each(existing, false);
    }

    Place place(const Key& key, const Beginning& beginning) const {
        const Municipality& municipality = table_[key.municipality];
        Place place;
        place.level = MatchLevel::municipality;
        place.size = beginning.names.end;
        place.lg_code = municipality.lg_code;
        place.prefecture = municipality.prefecture;
        place.city_and_county = city_and_county(municipality);
        place.completed = !beginning.prefecture || key.spelling != Spelling::full;
        return place;
    }

    static Place prefecture_alone(const Beginning& beginning) {
        Place place;
        place.level = MatchLevel::prefecture;
        place.size = beginning.prefecture_end;
        place.lg_code = beginning.prefecture->lg_code;
        place.prefecture = beginning.prefecture->prefecture;
        return place;
    }

    std::span<const Municipality> table_ = municipalities();
    std::u16string pool_;
    std::vector<Key> keys_;
    std::vector<std::string> names_;  // every city_and_county, sorted
};

}  // namespace

const AddressResolver& embedded_resolver() {
    static const EmbeddedResolver resolver;
    return resolver;
}

}  // namespace daicho
