#include "registries/sources/source.hpp"

namespace daicho {

std::span<const Source> sources() {
    static const Source table[] = {
        address_registry_source(),
        corporate_number_source(),
        postal_code_source(),
        land_map_source(),
        municipality_codes_source(),
        standard_areas_source(),
        localgovjp_source(),
        renamed_towns_source(),
        position_reference_source(),
        nationwide_towns_source(),
        municipality_boundaries_source(),
        town_boundaries_source(),
        mj_characters_source(),
        mj_shrink_source(),
        mj_shrink_tables_source(),
        ipamj_source(),
        gaiji_source(),
        standard_characters_source(),
        unicode_characters_source(),
        jis_table_source(),
        adobe_japan_source(),
        imi_sets_source(),
        character_levels_source(),
        tax_shrink_source(),
        joyo_source(),
        kanji_policy_source(),
        nyukan_source(),
        cjkvi_source(),
        schools_source(),
        universities_source(),
        programmes_source(),
        code_lists_source(),
        area_codes_source(),
    };
    return table;
}

}  // namespace daicho
