#include "registries/embedded/municipality_names.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "registries/embedded/kana_key.hpp"
#include "registries/embedded/name_folding.hpp"
#include "registries/embedded/name_index.hpp"

namespace daicho {

namespace {

/// The name, folded, with what does not count left out.
std::u16string name_key(std::string_view text) {
    std::u16string key = folded_name(text);
    std::erase_if(key, [](char16_t c) { return c == ' ' || c == 0x3000 || c == 0; });
    return key;
}

/// The parts of a municipality's name without its prefecture, the outermost first.
using Parts = std::vector<std::u16string>;

/// Names of all periods of the history in one script.
class Names {
 public:
    template <class PartsOf, class PrefectureOf>
    Names(PartsOf parts_of, PrefectureOf prefecture_of) {
        const auto periods = MunicipalityHistory::embedded().periods();
        for (std::uint32_t number = 0; number < periods.size(); ++number) {
            if (periods[number].city.empty()) {
                prefectures_.emplace_back(prefecture_of(periods[number]), &periods[number]);
                index_.add(prefectures_.back().first, number, 0);
            } else {
                add(parts_of(periods[number]), number);
            }
        }
        index_.settle();
    }

    /// Takes the name of a prefecture off the front of `name`; null where there is none, or nothing else.
    const MunicipalityPeriod* take_prefecture(std::u16string_view& name) const {
        for (const auto& [prefecture, municipality] : prefectures_) {
            if (name.size() > prefecture.size() && name.starts_with(prefecture)) {
                name.remove_prefix(prefecture.size());
                return municipality;
            }
        }
        return nullptr;
    }

    std::span<const NameIndex::Key> beginning_with(std::u16string_view start) const {
        return index_.beginning_with(start);
    }

 private:
    /// Each spelling leaves out one more of the outer parts. Its form is where the name of the municipality
    /// itself begins in it: 浜松市|中央区, 国頭郡|今帰仁村.
    void add(const Parts& parts, std::uint32_t number) {
        for (std::size_t first = 0; first < parts.size(); ++first) {
            std::u16string name;
            std::size_t own = 0;
            for (std::size_t i = first; i < parts.size(); ++i) {
                own = name.size();
                name += parts[i];
            }
            index_.add(name, number, static_cast<std::uint16_t>(own));
        }
    }

    NameIndex index_;
    std::vector<std::pair<std::u16string, const MunicipalityPeriod*>> prefectures_;
};

Parts without_empty(Parts parts) {
    std::erase(parts, std::u16string());
    return parts;
}

const Names& written_names() {
    static const Names names(
        [](const MunicipalityPeriod& p) {
            return without_empty({name_key(p.county), name_key(p.city), name_key(p.ward)});
        },
        [](const MunicipalityPeriod& p) { return name_key(p.prefecture); });
    return names;
}

const Names& kana_names() {
    static const Names names(
        [](const MunicipalityPeriod& p) {
            return without_empty({kana_key(p.county_kana), kana_key(p.city_kana), kana_key(p.ward_kana)});
        },
        [](const MunicipalityPeriod& p) { return kana_key(p.prefecture_kana); });
    return names;
}

/// Adds the municipalities whose names in one script are `key`, or begin with it.
void find(const Names& names, std::u16string_view key, bool whole, NameMatch match,
          std::vector<NamedMunicipality>& found) {
    const auto periods = MunicipalityHistory::embedded().periods();
    const MunicipalityPeriod* prefecture = names.take_prefecture(key);
    for (const NameIndex::Key& one : names.beginning_with(key)) {
        if (whole != (one.size == key.size())) continue;
        const MunicipalityPeriod& municipality = periods[one.thing];
        if (prefecture && (municipality.city.empty() || municipality.prefecture != prefecture->prefecture))
            continue;
        found.push_back({&municipality, match, !whole && key.size() <= one.form});
    }
}

/// Each municipality once, under the spelling that says most.
void tidy(std::vector<NamedMunicipality>& found) {
    std::ranges::sort(found, {}, [](const NamedMunicipality& one) {
        return std::pair(one.municipality, std::pair(one.match, one.above));
    });
    const auto same = [](const NamedMunicipality& a, const NamedMunicipality& b) {
        return a.municipality == b.municipality;
    };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
}

}  // namespace

std::vector<NamedMunicipality> municipalities_named(std::string_view text) {
    std::vector<NamedMunicipality> found;
    const auto name = name_key(text);
    const auto kana = kana_key(text);
    if (name.empty()) return found;
    for (const bool whole : {true, false}) {
        find(written_names(), name, whole, whole ? NameMatch::name : NameMatch::start_of_name, found);
        if (!kana.empty()) {
            find(kana_names(), kana, whole, whole ? NameMatch::kana : NameMatch::start_of_kana, found);
        }
        if (!found.empty()) break;
    }
    tidy(found);
    return found;
}

}  // namespace daicho
