#include "registries/reference/postal_questions.hpp"

#include <algorithm>
#include <utility>

#include "registries/lookup/postal_municipality.hpp"

namespace daicho {

namespace {

/// What the records of the code alone say: mostly enough, and few rows.
Belongs by_records_of(const Registry& registry, std::string_view code, std::string_view municipality,
                      const PostalPlace& place) {
    Statement& rows =
        registry.prepared("select town from postal_code where localGovernmentCode = ? and postalCode = ?");
    rows.bind(0, municipality);
    rows.bind(1, code);
    Belongs found = Belongs::no;
    while (rows.step()) {
        for (const PostalTown& town : read_postal_towns(rows.text(0)).towns) {
            found = std::max(found, contains(town, place));
        }
    }
    rows.reset();
    return found;
}

const PostalMunicipality& records_of(AskedRegistry& asked, std::string_view municipality) {
    if (const auto* known = asked.postal.find(municipality)) return *known;
    PostalMunicipality records;
    Statement& rows =
        asked.registry.prepared("select postalCode, town from postal_code where localGovernmentCode = ?");
    rows.bind(0, municipality);
    while (rows.step()) {
        for (PostalTown& town : read_postal_towns(rows.text(1)).towns)
            records.add(rows.text(0), std::move(town));
    }
    rows.reset();
    return asked.postal.keep(municipality, std::move(records));
}

bool is_known(const Registry& registry, std::string_view code) {
    Statement& rows = registry.prepared("select null from postal_code where postalCode = ?");
    rows.bind(0, code);
    const bool known = rows.step();
    rows.reset();
    return known;
}

}  // namespace

std::string postal_code_agrees(AskedRegistry& asked, std::string_view key) {
    const Registry& registry = asked.registry;
    if (key.size() < 15 || !registry.has("postal_code")) return {};
    const std::string_view code = key.substr(0, 7), municipality = key.substr(8, 5);
    const PostalPlace place = postal_place(key.substr(15));
    if (by_records_of(registry, code, municipality, place) == Belongs::yes) return "yes";
    if (!is_known(registry, code)) return {};
    const PostalMunicipality& records = records_of(asked, municipality);
    if (records.empty()) return {};
    const Belongs found = records.belongs(code, place);
    return found == Belongs::yes ? "yes" : found == Belongs::no ? "no" : "";
}

}  // namespace daicho
