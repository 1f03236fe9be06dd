#include "registries/embedded/municipality_table.hpp"

#include <algorithm>
#include <vector>

#include "registries/embedded/embedded_table.hpp"

namespace daicho {

namespace {

std::vector<Municipality> read_table() {
    std::vector<Municipality> table;
    table.reserve(2048);
    for_each_line(embedded_text("registries/embedded/municipalities.tsv"), [&](std::string_view line) {
        Municipality row;
        for (std::string_view* field :
             {&row.lg_code, &row.prefecture, &row.county, &row.city, &row.ward, &row.prefecture_kana,
              &row.county_kana, &row.city_kana, &row.ward_kana, &row.ended}) {
            *field = take_field(line);
        }
        table.push_back(row);
    });
    return table;
}

}  // namespace

std::span<const Municipality> municipalities() {
    static const std::vector<Municipality> table = read_table();
    return table;
}

const Municipality* find_municipality(std::string_view lg_code) {
    const auto table = municipalities();
    const auto found = std::ranges::lower_bound(table, lg_code, {}, &Municipality::lg_code);
    return found != table.end() && found->lg_code == lg_code ? &*found : nullptr;
}

}  // namespace daicho
