#include "registries/embedded/code_systems.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

using daicho::CodeMatch;
using daicho::CodeSystem;
using daicho::CodeSystems;
using daicho::FoundCode;
using daicho::SystemCode;

namespace {

const CodeSystems& table() {
    return CodeSystems::embedded();
}

const CodeSystem& system_named(std::string_view id) {
    const auto found = std::ranges::find(table().systems(), id, &CodeSystem::id);
    REQUIRE(found != table().systems().end());
    return *found;
}

}  // namespace

TEST_CASE("the catalogue has all 702 systems, and the lists all their codes") {
    CHECK(std::ranges::count(table().systems(), "GIF 491-2", &CodeSystem::origin) == 702);
    CHECK(system_named("POI").codes.size() == 650);
    CHECK(system_named("CountryRegionCodeList").codes.size() == 247);
    CHECK(system_named("SexCodeList").codes.size() == 4);
    CHECK(system_named("TimeSlotCode").codes.size() == 25);
    CHECK(system_named("SeasonCode").codes.size() == 17);
    CHECK(system_named("TenDayPeriodCode").codes.size() == 4);
    CHECK(system_named("ServicePointKind").codes.size() == 62);
}

TEST_CASE("systems have ids and names, those with codes no empty ones, and relations lead to codes") {
    std::set<std::string_view> systems_with_codes;
    for (const CodeSystem& one : table().systems()) {
        INFO(one.id);
        CHECK_FALSE(one.id.empty());
        CHECK_FALSE(one.ja.empty());
        CHECK_FALSE(one.origin.empty());
        CHECK(one.has_codes != one.codes.empty());
        for (const SystemCode& code : one.codes) {
            CHECK_FALSE((code.code.empty() && code.ja.empty()));
            for (const auto& relation : code.relations) {
                const auto other = std::ranges::find(table().systems(), relation.system, &CodeSystem::id);
                if (other == table().systems().end()) continue;
                CHECK(table().find(*other, relation.code) != nullptr);
            }
        }
    }
}

TEST_CASE("a code is found in its system by the code, the label and other names") {
    const CodeSystem& sex = system_named("SexCodeList");
    for (const char* text : {"1", "男性", "男", "男 性"}) {
        const SystemCode* code = table().find(sex, text);
        REQUIRE(code);
        CHECK(code->code == "1");
    }
    CHECK(table().find(sex, "3") == nullptr);
    CHECK(table().find(sex, "渓谷") == nullptr);
    CHECK(table().find(sex, "") == nullptr);
}

TEST_CASE("a system is found by id, name, and name without コード and 一覧") {
    for (const char* text : {"SexCodeList", "sexcodelist", "性別コード一覧", "性別", "Sex"}) {
        const auto found = table().systems_named(text);
        REQUIRE_FALSE(found.empty());
        CHECK(found.front().system->id == "SexCodeList");
        CHECK(found.front().match == CodeMatch::system);
    }
    CHECK(table().systems_named("医療機関番号").front().match == CodeMatch::start_of_system);
    CHECK(table().systems_named("関東信越").front().match == CodeMatch::in_system);
    CHECK(table().systems_named("").empty());
    CHECK(table().systems_named("zzz").empty());
}

TEST_CASE("a text is told to be a system, a label, another name or a code") {
    const auto first = [](std::string_view text) { return table().named(text).front(); };
    CHECK(first("性別").match == CodeMatch::system);
    CHECK(first("渓谷").match == CodeMatch::label);
    CHECK(first("渓谷").code->code == "0112");
    CHECK(first("0112").match == CodeMatch::code);
    CHECK(first("男").match == CodeMatch::alias);
    for (const char* text : {"", "競馬等", "ないことば"}) CHECK(table().named(text).empty());
}

TEST_CASE("what has a text in its names is found, beginnings first and each thing once") {
    const auto races = table().containing("競馬等");
    REQUIRE_FALSE(races.empty());
    CHECK(races.front().match == CodeMatch::start_of_label);
    const auto clinics = table().containing("歯科");
    CHECK(clinics.size() > 50);
    CHECK(std::ranges::is_sorted(clinics, {}, &FoundCode::match));
    for (const char* text : {"", "ないことば"}) CHECK(table().containing(text).empty());
}

TEST_CASE("a POI code has what corresponds to it elsewhere") {
    const SystemCode* mountain = table().find(system_named("POI"), "0101");
    REQUIRE(mountain);
    CHECK(mountain->group == "地形");
    REQUIRE(mountain->relations.size() > 5);
    CHECK(mountain->relations[0].code == "311");
}
