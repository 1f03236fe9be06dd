// Postal codes of 丁目, 小字 and of towns for which the registry of towns has none.

#include <optional>
#include <utility>

#include "registries/address/index_draft.hpp"
#include "registries/sources/place_key.hpp"

namespace daicho {

using namespace address_format;

namespace {

/// Postal codes by name. A name that has several is known, and has none that counts.
class PostalCodes {
 public:
    void add(const std::string& name, std::string_view code) {
        const auto [known, fresh] = codes_.try_emplace(name, code);
        if (!fresh && known->second != code) known->second.clear();
    }
    /// Nothing: the name is not known. Empty: several.
    std::optional<std::string_view> find(const std::string& name) const {
        const auto known = codes_.find(name);
        return known == codes_.end() ? std::nullopt : std::optional<std::string_view>(known->second);
    }

 private:
    std::unordered_map<std::string, std::string> codes_;
};

/// By the 5 digits of the municipality and the key of the town. Rows of parts of a town bear its key too.
PostalCodes listed_codes(const Registry& registry) {
    PostalCodes codes;
    if (!registry.has("postal_code")) return codes;
    Statement rows = registry.database().prepare(
        "select localGovernmentCode || town_key, postalCode from postal_code where town_key <> ''");
    while (rows.step()) codes.add(std::string(rows.text(0)), rows.text(1));
    return codes;
}

/// By 大字・町 of the registry itself: the codes that those have that stand there without parts.
using CodesOfTowns = std::map<std::pair<std::uint16_t, std::uint32_t>, std::uint32_t>;

CodesOfTowns own_codes(const IndexDraft& draft) {
    CodesOfTowns codes;
    for (const TownRecord& town : draft.towns) {
        if (town.oaza_cho != 0 && town.chome == 0 && town.koaza == 0 && town.postal_code != 0)
            codes.try_emplace({town.municipality, town.oaza_cho}, town.postal_code);
    }
    return codes;
}

}  // namespace

/// Japan Post decides where it knows the name of the 大字・町, otherwise the registry's code of that. Where
/// it divides the name among several codes none is given.
void inherit_postal_codes(IndexDraft& draft, const Registry& registry) {
    const PostalCodes listed = listed_codes(registry);
    const CodesOfTowns own = own_codes(draft);
    std::pair<std::uint16_t, std::uint32_t> last{no_municipality, 0};
    std::uint32_t code = 0;
    for (TownRecord& town : draft.towns) {
        if (town.postal_code != 0 || town.oaza_cho == 0) continue;
        const std::pair place{town.municipality, town.oaza_cho};
        if (place != last) {
            last = place;
            const auto lg_code = draft.text(draft.municipalities[town.municipality].lg_code).substr(0, 5);
            const auto found = listed.find(std::string(lg_code) + place_key(draft.text(town.oaza_cho)));
            const auto inherited = own.find(place);
            code = found ? draft.strings.add(*found) : inherited == own.end() ? 0 : inherited->second;
        }
        town.postal_code = code;
    }
}

}  // namespace daicho
