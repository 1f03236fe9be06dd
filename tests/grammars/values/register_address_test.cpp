// Addresses as the register of corporate numbers has them (docs/hard-cases-corporate.md), whole and without a
// registry.

#include <catch2/catch.hpp>

#include "grammars/values/address.hpp"

using namespace daicho;

TEST_CASE(
    "addresses of the register of corporations are cut into town and number, with the building in brackets "
    "as a note") {
    struct Case {
        std::string text, town, block, rest;
    };
    const Case cases[] = {
        {"青森県東津軽郡外ヶ浜町字三厩竜飛番外地", "字三厩竜飛", "番外地", ""},
        {"北海道厚岸郡厚岸町大字苫多村字上尾幌番外地", "大字苫多村字上尾幌", "番外地", ""},
        {"青森県むつ市脇野沢本村無番地", "脇野沢本村", "無番地", ""},
        {"長崎県対馬市豊玉町和板字和板原無番地", "豊玉町和板字和板原", "無番地", ""},
        {"岩手県九戸郡洋野町種市第１３地割１２３番地", "種市第13地割", "123", ""},
        {"岩手県岩手郡雫石町大字西安庭第１０地割字芦ケ沢３１番地１", "大字西安庭第10地割字芦ケ沢", "31-1",
         ""},
        {"京都府京都市中京区室町通丸太町上る大門町２５３番地", "室町通丸太町上る大門町", "253", ""},
        {"京都府京都市上京区浄福寺通上立売上る大黒町６９３番地", "浄福寺通上立売上る大黒町", "693", ""},
        {"青森県十和田市字𠏹沢５番地５６", "字𠏹沢", "5-56", ""},
        {"青森県青森市安方１丁目１番４０号（アスパム１４Ｆ）", "安方一丁目", "1-40", "(アスパム14F)"},
        {"山口県下関市長門町１０番１号（長門プラザ内）", "長門町", "10-1", "(長門プラザ内)"},
    };
    for (const Case& one : cases) {
        INFO(one.text);
        const auto address = parse_address(one.text, {});
        REQUIRE(address);
        CHECK(address->street_address == one.town);
        CHECK(address->city_block == one.block);
        CHECK(address->rest == one.rest);
    }
}

TEST_CASE(
    "an address of before in brackets, as the register has it where there is none today, is no address") {
    CHECK_FALSE(parse_address("鳥取県境港市（鳥取県西伯郡境町１０７０番地）", {}));
}
