#include "registries/characters/gaiji_census.hpp"

#include "grammars/text/ascii.hpp"
#include "grammars/text/unit.hpp"

namespace daicho {

namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_own(char32_t base) {
    return base == replacement || (properties_of(base) & character::private_use) != 0;
}

}  // namespace

bool is_private_use(std::string_view unit) {
    return unit.empty() || (properties_of(unit_at(unit, 0).base) & character::private_use) != 0;
}

void GaijiCensus::add(std::string_view text, const std::function<GaijiPlace()>& place) {
    ++cells_;
    if (is_ascii(text)) return;
    for_each_unit(text, [&](const CharacterUnit& unit, std::size_t at) {
        const std::string_view bytes = text.substr(at, unit.size);
        if (!is_own(unit.base) && !(wanted_ && wanted_(bytes))) return;
        Use& use = uses_[std::string(bytes)];
        ++use.count;
        if (use.places.size() == Use::most_places) return;
        GaijiPlace here = place();
        if (use.places.empty() || !(use.places.back() == here)) use.places.push_back(std::move(here));
    });
}

void GaijiCensus::add(const Batch& batch, const std::string& file, const std::vector<std::string>& header,
                      const std::vector<std::size_t>& columns) {
    for (std::size_t record = 0; record < batch.size(); ++record) {
        const auto look = [&](std::size_t column) {
            add(batch.cell(record, column), [&] {
                const CellOrigin origin = batch.origin(record, column);
                const std::string name = column < header.size() ? header[column] : std::to_string(column + 1);
                return GaijiPlace{file, origin.record, origin.place.line, name};
            });
        };
        if (columns.empty()) {
            for (std::size_t column = 0; column < batch.width(record); ++column) look(column);
        }
        for (const std::size_t column : columns) look(column);
    }
}

}  // namespace daicho
