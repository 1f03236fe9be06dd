#include "registries/lookup/address_by_postal_code.hpp"

#include <string>
#include <utility>

#include "grammars/text/narrow.hpp"
#include "grammars/values/postal_code.hpp"
#include "registries/address/address_matcher.hpp"
#include "registries/address/gif_address.hpp"
#include "registries/lookup/address_fields.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

constexpr AnswerTerm by_postal_code{"postal-code", {"郵便番号だけから", "by the postal code alone"}};

/// 西新宿（次のビルを除く） is 西新宿; 以下に掲載がない場合 is no town.
std::string_view name_of_town(std::string_view town) {
    if (town == "以下に掲載がない場合") return {};
    return town.substr(0, town.find("（"));
}

}  // namespace

bool add_towns_of_postal_code(LookupAnswer& found, std::string_view query, const AddressAnswer& answer,
                              const LookupContext& context) {
    if (!context.registry || !context.registry->has("postal_code")) return false;
    const Narrow written(slice(query, answer.spans.postal_code));
    const auto code = parse_postal_code(written.text());
    if (!code) return false;
    Statement& rows = context.registry->prepared(
        "select distinct prefecture, cityAndCounty, town from postal_code where postalCode = ?");
    rows.bind(0, code->digits);
    std::vector<std::string> names;
    while (rows.step()) {
        std::string name = std::string(rows.text(0)).append(rows.text(1)).append(name_of_town(rows.text(2)));
        if (names.empty() || names.back() != name) names.push_back(std::move(name));
    }
    rows.reset();
    for (const std::string& name : names) {
        AddressAnswer place = context.addresses->match(name);
        if (!place.found()) continue;
        place.category = AddressCategory::unsure;
        place.alternatives.clear();
        AnsweredAddress told(name, std::move(place));
        found.matches.push_back(
            {address_record(told, context.fields.among(address_fields())), by_postal_code, 0, false});
    }
    return !found.matches.empty();
}

}  // namespace daicho
