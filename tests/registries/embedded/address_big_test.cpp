// The 131,556 addresses of the shelters that 国土地理院 publishes, as municipalities wrote them, read with
// the compiled-in table: the municipality must agree with the code beside it, and the parts must give the
// text back.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "grammars/text/tidy.hpp"
#include "grammars/values/address.hpp"
#include "registries/embedded/embedded_resolver.hpp"
#include "tests/support/shared_data.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

namespace {

struct Shelter {
    std::string lg_code;
    std::string address;
};

std::vector<std::string> lines_of(const std::string& command) {
    std::vector<std::string> lines;
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    REQUIRE(pipe);
    std::string line;
    for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) {
        if (c != '\n') {
            line.push_back(static_cast<char>(c));
            continue;
        }
        lines.push_back(std::move(line));
        line.clear();
    }
    return lines;
}

/// 団体コード and 住所 (columns 1 and 5); the few records with quoted cells are left out.
std::vector<Shelter> shelters() {
    const std::string folder = shared_data("address/shelters-gsi");
    std::vector<Shelter> shelters;
    for (const std::string& line : lines_of("zcat " + folder + "/*.csv.gz")) {
        if (line.find('"') != line.npos || line.starts_with("団体コード")) continue;
        std::vector<std::string> cells;
        for (std::size_t at = 0; cells.size() < 5 && at <= line.size();) {
            const auto end = std::min(line.find(',', at), line.size());
            cells.push_back(line.substr(at, end - at));
            at = end + 1;
        }
        if (cells.size() == 5 && !cells[4].empty()) shelters.push_back({cells[0], cells[4]});
    }
    return shelters;
}

/// Whether `read` is the municipality with that code, or a ward of it (the codes beside are those of whole
/// cities).
bool agrees(const Address& read, const std::string& lg_code) {
    if (read.lg_code == lg_code) return true;
    const auto number = [](const std::string& code) { return std::atoi(code.substr(0, 5).c_str()); };
    const int city = number(lg_code);
    const int ward = number(read.lg_code);
    return lg_code[2] == '1' && ward > city && ward < city + 40;
}

/// A text without what notation changes: spaces, 大字, unit words, hyphens, kanji and ASCII digits alike.
std::string bare(std::string text) {
    const std::pair<std::string, std::string> changes[] = {
        {"丁目", ""}, {"番地", ""}, {"番街区", ""}, {"街区", ""}, {"番", ""},  {"号", ""},  {"丁", ""},
        {"の", ""},   {"ノ", ""},   {"-", ""},      {" ", ""},    {"十", "1"}, {"一", "1"}, {"二", "2"},
        {"三", "3"},  {"四", "4"},  {"五", "5"},    {"六", "6"},  {"七", "7"}, {"八", "8"}, {"九", "9"}};
    for (const auto& [from, to] : changes) {
        for (auto at = text.find(from); at != text.npos; at = text.find(from, at))
            text.replace(at, from.size(), to);
    }
    return text;
}

}  // namespace

TEST_CASE("real addresses are read with the municipality that their code says, and nothing is lost") {
    const Reading reading{.addresses = &embedded_resolver()};
    const auto all = shelters();
    std::size_t read = 0, right = 0, whole = 0, canonical = 0;
    for (const Shelter& shelter : all) {
        check_spine(address_type, shelter.address, reading);
        const auto address = parse_address(shelter.address, reading);
        if (!address) continue;
        ++read;
        canonical += address_type.is_canonical(shelter.address, reading);
        right += agrees(*address, shelter.lg_code);
        const std::string after_place =
            bare(address->street_address + address->city_block + address->building_name_etc + address->rest);
        whole += bare(std::string(Tidy(shelter.address).text())).ends_with(after_place);
    }
    const auto share = [&](std::size_t part) {
        return 100.0 * static_cast<double>(part) / static_cast<double>(all.size());
    };
    std::cout << all.size() << " addresses: read " << read << ", municipality right " << right << " ("
              << share(right) << " %), given back " << whole << " (" << share(whole) << " %), canonical "
              << canonical << "\n";
    CHECK(all.size() > 130000);
    CHECK(share(right) >= 99.5);
    CHECK(share(whole) >= 99.9);
}
