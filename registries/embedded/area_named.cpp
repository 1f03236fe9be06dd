#include "registries/embedded/area_named.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "grammars/text/digits.hpp"
#include "registries/embedded/municipality_names.hpp"

namespace daicho {

std::string area_named(std::string_view text) {
    const MunicipalityHistory& history = MunicipalityHistory::embedded();
    std::set<std::string_view> codes;
    const auto add = [&](const MunicipalityPeriod& municipality) {
        for (const MunicipalityPeriod* today : history.successors(municipality, {}))
            codes.insert(today->lg_code);
    };
    if (!text.empty() && std::ranges::all_of(text, is_ascii_digit)) {
        if (text.size() != 2 && text.size() != 5 && text.size() != 6) return {};
        const std::string code(text.size() == 2 ? std::string(text) + "000" : std::string(text));
        if (const MunicipalityPeriod* holder = history.holder(code, {})) add(*holder);
    } else {
        auto named = municipalities_named(text);
        std::erase_if(named,
                      [](const NamedMunicipality& one) { return one.match != NameMatch::name || one.above; });
        const auto is_today = [](const NamedMunicipality& one) { return one.municipality->ended.empty(); };
        if (std::ranges::any_of(named, is_today)) std::erase_if(named, std::not_fn(is_today));
        for (const NamedMunicipality& one : named) add(*one.municipality);
    }
    return codes.size() == 1 ? std::string(*codes.begin()) : std::string();
}

}  // namespace daicho
