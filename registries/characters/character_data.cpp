#include "registries/characters/character_data.hpp"

#include "registries/store/registry.hpp"

namespace daicho {

std::vector<std::string> editions_of_character_data(const Registry& registry) {
    Statement rows = registry.database().prepare(
        R"(select "table", case when edition_from = 'file' then '' else edition end, sha256 from file)"
        R"( where stored > 0 and "table" in ('mj_character', 'mj_shrink', 'mj_shrink_relation', 'nta_shrink',)"
        R"( 'variation_sequence', 'adobe_japan_cid', 'gj_character', 'font_glyph') order by 1, 2, 3)");
    std::vector<std::string> data;
    while (rows.step()) {
        std::string one(rows.text(0));
        if (!rows.text(1).empty()) one += ' ' + std::string(rows.text(1));
        data.push_back(one + " sha256:" + std::string(rows.text(2)));
    }
    return data;
}

}  // namespace daicho
