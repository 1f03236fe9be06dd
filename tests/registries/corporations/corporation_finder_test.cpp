#include "registries/corporations/corporation_finder.hpp"

#include <catch2/catch.hpp>

#include "tests/support/small_name_register.hpp"

using namespace daicho;

namespace {

SmallNameRegister::Corporation shop(std::string name, std::string street, std::string closed = "") {
    return {.name = std::move(name),
            .reading = "ヤマダショウテン",
            .place = "18201",
            .closed = std::move(closed),
            .prefecture = "福井県",
            .city = "福井市",
            .street = std::move(street)};
}

}  // namespace

TEST_CASE(
    "a corporation gets its number where name and place show that it is the one, and a reason otherwise") {
    SmallNameRegister all;
    const auto yamada = std::to_string(all.add(shop("株式会社山田商店", "大手２丁目１番１号")));
    all.add(shop("株式会社川田商店", "大手２丁目１番１号"));
    all.add(shop("株式会社川田商店", "順化１丁目１番１号"));
    const auto old = all.add(shop("有限会社田中", "順化１丁目２番３号"));
    all.rename(old, "有限会社田中", shop("株式会社ニュー田中", "順化１丁目２番３号"));
    make_name_index(all.database());
    CorporationCoverage fukui;
    fukui.add(18);
    CorporationFinder finder(all.database(), NameSearchAids{fukui});
    struct Case {
        SoughtCorporation sought;
        CorporationVerdict verdict;
        std::string number, evidence;
    };
    const std::string_view here = "福井県福井市大手2-1-1";
    const Case cases[] = {
        {{.name = "株式会社山田商店", .address = here}, CorporationVerdict::one, yamada, "name, number"},
        {{.name = "㈱山田商店", .lg_code = "182010"},
         CorporationVerdict::one,
         yamada,
         "name-width, municipality"},
        {{.name = "山田商店", .address = here}, CorporationVerdict::one, yamada, "core, number"},
        {{.name = "有限会社田中", .address = "福井市順化1-2-3"},
         CorporationVerdict::one,
         std::to_string(old),
         "former-name, number"},
        {{.name = "株式会社山田商店"}, CorporationVerdict::unsure, "", "name"},
        {{.name = "山田商店", .lg_code = "18201"}, CorporationVerdict::unsure, "", "core, municipality"},
        {{.name = "株式会社川田商店", .lg_code = "18201"},
         CorporationVerdict::several,
         "",
         "name, municipality"},
        {{.name = "株式会社川田商店", .address = "東京都港区芝1-1"}, CorporationVerdict::several, "", "name"},
        {{.name = "株式会社山田商店", .address = "東京都港区芝1-1"},
         CorporationVerdict::differs,
         "",
         "address"},
        {{.name = "株式会社山田商店", .address = "福井市順化1-1-1"},
         CorporationVerdict::differs,
         "",
         "address"},
        {{.name = "有限会社山田商店", .address = here}, CorporationVerdict::differs, "", "legal form"},
        {{.name = "株式会社山田商店", .kind = "302", .address = here},
         CorporationVerdict::differs,
         "",
         "kind"},
        {{.name = "株式会社山田商店", .kana = "カワダショウテン", .address = here},
         CorporationVerdict::differs,
         "",
         "reading"},
        {{.name = "株式会社山田商店", .kana = "ｶﾌﾞｼｷｶﾞｲｼｬﾔﾏﾀﾞｼｮｳﾃﾝ", .address = here},
         CorporationVerdict::one,
         yamada,
         "name, number"},
        {{.name = "株式会社山", .address = here}, CorporationVerdict::none, "", ""},
        {{.name = "株式会社海", .address = here}, CorporationVerdict::none, "", ""},
        {{.name = "株式会社海"}, CorporationVerdict::not_covered, "", ""},
        {{.name = "株式会社海", .lg_code = "131032"}, CorporationVerdict::not_covered, "", ""},
        {{.name = "　"}, CorporationVerdict::no_name, "", ""},
    };
    for (int round = 0; round < 2; ++round) {  // answers that are kept are the same
        for (const Case& each : cases) {
            INFO(each.sought.name << " " << each.sought.address << " " << each.sought.lg_code);
            const FoundCorporation& found = finder.find(each.sought);
            CHECK(to_string(found.verdict) == to_string(each.verdict));
            CHECK(found.number == each.number);
            CHECK(found.evidence == each.evidence);
        }
    }
}
