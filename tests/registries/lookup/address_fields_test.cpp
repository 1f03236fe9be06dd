#include "registries/lookup/address_fields.hpp"

#include <catch2/catch.hpp>

#include "grammars/formats/json_writer.hpp"
#include "registries/lookup/answer_json.hpp"
#include "registries/lookup/lookup.hpp"
#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

const std::vector<SmallTown> towns = {
    {"131016", "0002002", "東京都", "", "千代田区", "", "霞が関", "二丁目", "", true, "カスミガセキ",
     "Kasumigaseki"},
    {"131016", "0055000", "東京都", "", "千代田区", "", "二番町", "", "", true},
    {"132063", "0001000", "東京都", "", "府中市", "", "宮町", "", ""},
    {"342084", "0001000", "広島県", "", "府中市", "", "宮町", "", ""},
    {"302015", "0046004", "和歌山県", "", "和歌山市", "", "太田", "４丁目", "", true, "オオタ"},
};
const std::string residences = SmallAddressIndex::residence("302015", "0046004", "10", "1");

const AddressMatcher& matcher() {
    static const SmallAddressIndex small{towns, residences, {}, {}};
    static const AddressIndex index = small.open();
    static const AddressMatcher matcher{index};
    return matcher;
}

constexpr std::string_view texts[] = {
    "〒100-8926 千代田区霞が関２－１－２　中央合同庁舎第２号館5階501号室",
    "東京都千代田区二番町8",
    "府中市宮町1-3",
    "和歌山県和歌山市太田4-10-1-305",
    "東京都千代田区神田1",
    "大阪府大阪市北区梅田1-1",
    "千代田区",
    "不明",
    "",
};

std::string json_of(const AnswerRecord& record) {
    std::string text;
    JsonWriter json{text};
    json.begin_object();
    write_record(json, record);
    json.end_object();
    return text;
}

AnswerRecord record_about(std::string_view text, const FieldMask& wanted) {
    AnsweredAddress answered(text, matcher().match(text));
    return address_record(answered, wanted);
}

}  // namespace

TEST_CASE("a record of one field has it as the whole record has it") {
    for (const std::string_view text : texts) {
        INFO(text);
        const AnswerRecord whole = record_about(text, FieldMask::all());
        REQUIRE(whole.size() == address_fields().size());
        for (std::size_t i = 0; i < whole.size(); ++i) {
            CHECK(whole[i].name.key == address_fields()[i].key);
            FieldMask one;
            one.add(i);
            CHECK(json_of(record_about(text, one)) == json_of({whole[i]}));
        }
    }
}

TEST_CASE(
    "an answer that is told alone is the first of all that are told, and the others stay where it is "
    "not found") {
    LookupContext context{.addresses = &matcher()};
    context.fields = FieldChoice({"streetAddress", "category"}, true, address_fields());
    for (const std::string_view text : texts) {
        INFO(text);
        context.answer_alone = false;
        LookupAnswer all = look_up_address(text, context);
        context.answer_alone = true;
        LookupAnswer alone = look_up_address(text, context);
        all.settle(10);
        alone.settle(10);
        CHECK(all.status() == alone.status());
        CHECK(all.note_ja == alone.note_ja);
        if (all.matches.empty()) continue;
        const bool found = all.status() == LookupAnswer::Status::found;
        CHECK(alone.matches.size() == (found ? 1 : all.matches.size()));
        CHECK(alone.matches.front().fields.size() == (found ? 2 : all.matches.front().fields.size()));
    }
}
