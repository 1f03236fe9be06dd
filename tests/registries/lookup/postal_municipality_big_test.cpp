// The towns of the address registry of 2022, with the postal codes that it gives them, against KEN_ALL of
// 2026.

#include "registries/lookup/postal_municipality.hpp"

#include <catch2/catch.hpp>
#include <cstdio>
#include <map>
#include <set>
#include <string>

#include "tests/support/postal_files.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

std::map<std::string, PostalMunicipality> municipalities(std::set<std::string>& codes) {
    std::map<std::string, PostalMunicipality> found;
    for (const PostalRecord& record :
         read_ken_all(shared_data("postal") + "/utf_ken_all.zip!utf_ken_all.csv").records) {
        const auto& cells = record.cells;
        codes.insert(cells[ken_all::lg_code] + cells[ken_all::postal_code]);
        for (const PostalTown& town : read_postal_towns(cells[ken_all::town]).towns) {
            found[cells[ken_all::lg_code]].add(cells[ken_all::postal_code], town);
        }
    }
    return found;
}

struct Column {
    enum : std::size_t { lg_code = 0, town = 15, chome = 18, koaza = 21, postal_code = 35 };
};

}  // namespace

TEST_CASE("hardly a town of the address registry is told not to have the postal code it is published with") {
    std::set<std::string> codes;
    const auto postal = municipalities(codes);
    std::size_t asked = 0;
    std::map<Belongs, std::size_t> answers;
    const std::string locator = shared_data("address") + "/abr-2022-national/mt_town_all_2022.csv.gz";
    for_each_row(locator, [&](const Batch& batch, std::size_t record) {
        const std::string code(batch.cell(record, Column::postal_code));
        const std::string municipality(batch.cell(record, Column::lg_code).substr(0, 5));
        const auto place = postal.find(municipality);
        // Codes that were given up since, and towns that went to another municipality, prove nothing.
        if (code.empty() || place == postal.end() || !codes.contains(municipality + code)) return;
        std::string town(batch.cell(record, Column::town));
        town.append(batch.cell(record, Column::chome)).append(batch.cell(record, Column::koaza));
        ++asked;
        const Belongs answer = place->second.belongs(code, postal_place(town));
        ++answers[answer];
        if (answer == Belongs::no && std::getenv("DAICHO_SHOW") != nullptr) {
            std::printf("%s %s %s\n", municipality.c_str(), code.c_str(), town.c_str());
        }
    });
    std::printf("asked %zu: yes %zu, cannot tell %zu, no %zu\n", asked, answers[Belongs::yes],
                answers[Belongs::cannot_tell], answers[Belongs::no]);
    CHECK(asked > 90000);
    CHECK(answers[Belongs::no] * 500 < asked);
}
