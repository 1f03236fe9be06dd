#include "grammars/formats/header_oddity.hpp"

#include "catch2/catch.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "grammars/formats/table_reader.hpp"

using namespace daicho;

TEST_CASE("what nobody sees in a header is found") {
    CHECK(header_oddity("\uFEFF名称") == 0xFEFF);
    CHECK(header_oddity("名\u200B称") == 0x200B);
    CHECK(header_oddity(std::string_view{"名称\0\0", 8}) == 0);
    CHECK(header_oddity("カ\u3099ス") == 0x3099);
    CHECK(header_oddity("名称 ") == U' ');
    CHECK(header_oddity("\u3000名称") == 0x3000);
    CHECK(header_oddity("住　所") == 0x3000);
    CHECK(header_oddity("備 考") == U' ');
}

TEST_CASE("spaces that part words and ordinary headers are left alone") {
    for (const char* header : {"名称", "ガス", "名称 カナ", "FAX 番号", "施設 ID", "緯度　経度", "name kana",
                               "", " ", "施設\n名称", "電話番号（代表）", "No.", "カ゛ス"}) {
        INFO(header);
        CHECK_FALSE(header_oddity(header));
    }
}

TEST_CASE("a second byte-order mark is found in the first header, and what is odd in any once") {
    const auto table = read_table("\uFEFF\uFEFF名称,住　所,備考\nA,B,C\n");
    std::vector<std::string> found;
    for (const Finding& finding : table->findings()) {
        if (finding.rule == rules::odd_header) found.push_back(finding.detail);
    }
    CHECK(found == std::vector<std::string>{"U+FEFF", "U+3000"});
}
