#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "grammars/base/error.hpp"
#include "grammars/formats/encoding.hpp"
#include "tests/support/converted_file.hpp"
#include "tests/support/known_characters.hpp"

using namespace daicho;

namespace {

ConversionRequest request_for(std::initializer_list<std::string_view> folds) {
    ConversionRequest request;
    request.rules = folds_named(folds);
    return request;
}

std::string converted(std::string bytes, const ConversionRequest& request) {
    const ConvertedFile file = convert_in_memory(bytes, request);
    CHECK(undo_in_memory(file) == bytes);
    return file.bytes;
}

std::string in(Encoding encoding, std::string_view text) {
    std::string bytes;
    Encoder encoder(encoding);
    REQUIRE(encoder.encode(text, bytes) == std::string_view::npos);
    encoder.finish(bytes);
    return bytes;
}

UnitShrink unique(std::string from, std::string to, ShrinkBasis basis) {
    UnitShrink shrink;
    shrink.verdict = ShrinkVerdict::unique;
    shrink.text = to;
    shrink.steps.push_back({std::move(from), std::move(to), basis});
    return shrink;
}

/// 髙 and 﨑 as the MJ shrink map has them, 邉 with two equal answers.
KnownCharacters name_characters() {
    KnownCharacters known;
    known.sets = {LoadedSet::mj, LoadedSet::mj_shrink, LoadedSet::variations};
    known.shrinks["髙"] = unique("髙", "高", ShrinkBasis::jis_unification);
    known.shrinks["𠮷"] = unique("𠮷", "吉", ShrinkBasis::family_register_proper);
    UnitShrink tied;
    tied.verdict = ShrinkVerdict::tied;
    tied.candidates.resize(2);
    tied.candidates[0].text = "辺";
    tied.candidates[1].text = "邊";
    known.shrinks["邉󠄀"] = tied;
    known.variations[{0x845B, 0xE0100}] = {true, ivd_collection::moji_joho, true};
    known.variations[{0x845B, 0xE0101}] = {true, ivd_collection::moji_joho, false};
    return known;
}

std::string error_of(const std::string& bytes, const ConversionRequest& request) {
    try {
        convert_in_memory(bytes, request);
    } catch (const Error& error) {
        return error.en();
    }
    return "no error";
}

}  // namespace

TEST_CASE("each kind of conversion does what its name says, and is undone") {
    struct Expected {
        const char* fold;
        const char* before;
        const char* after;
    };
    const Expected cases[] = {
        {"width", "ＡＢＣ１２３－ｱｶﾞ,ﾊﾟ､", "ABC123-アガ,パ、"},
        {"wide", "ABC-1 ｱｶﾞ", "ＡＢＣ－１　アガ"},
        {"radicals", "⻑⾼山", "長高山"},
        {"svs", "神\xEF\xA8\x99", "神神\xEF\xB8\x80"},
        {"compat", "神\xEF\xB8\x80", "\xEF\xA8\x99"},
        {"nfc", "か\xE3\x82\x99か\xE3\x82\x9A\xEF\xA8\x99", "がか\xE3\x82\x9A\xEF\xA8\x99"},
        {"pairs", "～－∥￠￡￢―￥", "〜−‖¢£¬—￥"},
    };
    for (const auto& c : cases) {
        INFO(c.fold);
        const std::string head = "名前,他\n";
        CHECK(converted(head + "," + c.before + "\n", request_for({c.fold})) == head + "," + c.after + "\n");
    }
}

TEST_CASE("of a pair the side is taken that the encoding of the result has") {
    ConversionRequest request = request_for({"pairs"});
    request.encoding = Encoding::cp932;
    const auto file = convert_in_memory("店〜,a\n10〜18時 ¥5,x\n", request);
    CHECK(file.bytes == in(Encoding::cp932, "店～,a\n10～18時 ￥5,x\n"));
    CHECK(undo_in_memory(file) == "店〜,a\n10〜18時 ¥5,x\n");
    request.encoding = Encoding::cp932_jis;
    CHECK(converted("店～,a\n1,2\n", request) == in(Encoding::cp932_jis, "店〜,a\n1,2\n"));
}

TEST_CASE("only the columns that were named are converted, headers stay") {
    ConversionRequest request = request_for({"width"});
    request.columns = {"名"};
    CHECK(converted("名,Ａ\nＡ,Ｂ\nＣ\n", request) == "名,Ａ\nA,Ｂ\nC\n");
    request.columns = {"2"};
    CHECK(converted("名,Ａ\nＡ,Ｂ\n", request) == "名,Ａ\nＡ,B\n");
    request.columns = {"住所"};
    CHECK(error_of("名,Ａ\nＡ,Ｂ\n", request) ==
          "test.csv: there is no column '住所'; the headers are: 名, Ａ");
}

TEST_CASE("a character that would end its cell is quoted, and one that cannot be stays") {
    ConversionRequest request = request_for({"width"});
    CHECK(converted("a,b\n１，２,x\n", request) == "a,b\n\"1,2\",x\n");
    CHECK(converted("a,b\n＂１＂,x\n", request) == "a,b\n\"\"\"1\"\"\",x\n");
    CHECK(converted("a,b\n\"１，＂\",x\n", request) == "a,b\n\"1,\"\"\",x\n");
    const auto file = convert_in_memory("a,b\n１\"，２,x\n", request);
    CHECK(file.bytes == "a,b\n１\"，２,x\n");
    REQUIRE(file.summary.end.left == 3);
    CHECK(file.summary.left[0].why == "structure");
}

TEST_CASE("shrinking puts what the authority says, and leaves and reports what it does not decide") {
    const KnownCharacters known = name_characters();
    ConversionRequest request;
    request.rules.context.authority = &known;
    request.rules.shrink = ConversionRules::Shrink{};
    const std::string source = "氏名,番号\n髙島,1\n𠮷田,2\n渡邉󠄀,3\n渡辺,4\n";
    const auto file = convert_in_memory(source, request);
    CHECK(file.bytes == "氏名,番号\n高島,1\n吉田,2\n渡邉󠄀,3\n渡辺,4\n");
    CHECK(undo_in_memory(file) == source);
    REQUIRE(file.summary.left.size() == 1);
    CHECK(file.summary.left[0].unit == "邉󠄀");
    CHECK(file.summary.left[0].why == "tied");
    CHECK(file.summary.left[0].place.line == 4);
    CHECK(file.summary.left[0].place.column == 1);
    CHECK(file.summary.left[0].candidates == std::vector<std::string>{"辺", "邊"});
    CHECK(file.summary.losses == std::array<std::uint64_t, 4>{0, 1, 1, 0});
    CHECK(file.record.find(
              R"("edit":14,"line":2,"record":1,"column":1,"header":"氏名","span":[0,3],"was":"髙",)"
              R"("now":"高","rule":"shrink","basis":"jis-unification","loss":"look")") != std::string::npos);
}

TEST_CASE("what asks a registry is refused without one") {
    ConversionRequest request;
    request.rules.shrink = ConversionRules::Shrink{};
    CHECK(error_of("a,b\n1,2\n", request).starts_with("the table for replacement is not in the registry"));
    CHECK(error_of("a,b\n1,2\n", request_for({"selectors"})).starts_with("there is no table of variation"));
}

TEST_CASE("a selector that changes nothing is left out, another one stays") {
    const KnownCharacters known = name_characters();
    ConversionRequest request = request_for({"selectors"});
    request.rules.context.authority = &known;
    CHECK(converted("市,x\n葛󠄀城市,1\n葛󠄁飾区,2\n", request) ==
          "市,x\n葛城市,1\n葛󠄁飾区,2\n");
}

TEST_CASE("a sequence becomes the one that another collection has for its glyph, and comes back") {
    KnownCharacters known = name_characters();
    known.translated[{0x845B, 0xE0100}] = {{"葛\U000E0102", "jis-1990 1975"}};
    known.translated[{0x845B, 0xE0102}] = {{"葛\U000E0102", "sequence 845B_E0102"}};
    known.translated[{0x9089, 0xE0101}] = {{"邉\U000E0105", "number 1"}, {"邉\U000E0106", "number 1"}};
    ConversionRequest request = request_for({"ivs-moji-joho"});
    request.rules.context.authority = &known;
    const std::string source =
        "市,x\n葛\U000E0100城,1\n葛\U000E0102城,2\n邉\U000E0101,3\n葛\U000E0109,神\uFE00\n葛,❤\uFE0F\n";
    const auto file = convert_in_memory(source, request);
    CHECK(undo_in_memory(file) == source);
    CHECK(file.bytes ==
          "市,x\n葛\U000E0102城,1\n葛\U000E0102城,2\n邉\U000E0101,3\n葛\U000E0109,神\uFE00\n葛,❤\uFE0F\n");
    CHECK(file.summary.end.edits == 1);
    CHECK(file.record.find(R"("rule":"ivs-moji-joho","basis":"jis-1990 1975","loss":"none")") !=
          std::string::npos);
    REQUIRE(file.summary.left.size() == 2);
    CHECK(file.summary.left[0].why == "several-sequences");
    CHECK(file.summary.left[0].candidates == std::vector<std::string>{"邉\U000E0105", "邉\U000E0106"});
    CHECK(file.summary.left[1].why == "no-sequence");
    // What is shrunk needs no sequence, and is not left.
    known.shrinks["葛\U000E0109"] = unique("葛\U000E0109", "葛", ShrinkBasis::selector);
    request.rules.shrink = ConversionRules::Shrink{};
    const auto shrunk = convert_in_memory("市,x\n葛\U000E0109,1\n", request);
    CHECK(shrunk.bytes == "市,x\n葛,1\n");
    CHECK(shrunk.summary.left.empty());
}

TEST_CASE("originals go to a column beside, or to the one that is there") {
    const KnownCharacters known = name_characters();
    ConversionRequest request;
    request.rules.context.authority = &known;
    request.rules.shrink = ConversionRules::Shrink{};
    request.columns = {"氏名"};
    request.originals = {{"氏名", "戸籍氏名"}};
    SECTION("a column is made, also in records that have nothing to keep") {
        CHECK(converted("氏名,番号\r\n\"髙, 島\",1\r\n渡辺,2\r\n\r\n髙", request) ==
              "氏名,戸籍氏名,番号\r\n\"高, 島\",\"髙, 島\",1\r\n渡辺,,2\r\n,\r\n高,髙");
    }
    SECTION("a column that is there gets them where it is empty") {
        CHECK(
            converted("戸籍氏名,氏名\n,髙島\n\"\",\"髙,島\"\n,\"髙,島\"\n髙嶋,髙島\n髙島,髙島\n", request) ==
            "戸籍氏名,氏名\n髙島,高島\n\"髙,島\",\"高,島\"\n\"髙,島\",\"高,島\"\n髙嶋,高島\n髙島,高島\n");
        const auto file = convert_in_memory("戸籍氏名,氏名\n髙嶋,髙島\n髙島,髙島\n", request);
        CHECK(file.summary.kept == 1);
        CHECK(file.summary.not_kept == 1);
    }
    SECTION("lines above the header stay, lines that describe it get an empty cell") {
        ConversionRequest other = request;
        other.read.header_row = 2;
        CHECK(converted("名簿,,\n氏名,年\n髙,1\n", other) == "名簿,,\n氏名,戸籍氏名,年\n高,髙,1\n");
    }
}

TEST_CASE("a character that the encoding of the result lacks is an error with its place") {
    ConversionRequest request = request_for({"width"});
    request.encoding = Encoding::cp932;
    CHECK(
        error_of("a,氏名\n1,髙\n2,𠮷田\n", request)
            .starts_with("test.csv: the record of line 3, column 2: CP932 has no character '𠮷' (U+20BB7)"));
    request.encoding = Encoding::utf8;
    request.read.encoding = Encoding::cp932;
    CHECK(error_of("a,b\n1,\x81\n", request)
              .starts_with("test.csv: the record of line 2, column 2, has bytes that are not valid text"));
}

TEST_CASE("bytes that are no character stay, and so does what is beside them") {
    ConversionRequest request = request_for({"width"});
    request.read.encoding = Encoding::cp932;
    // 81 before a full-width A (82 60): were it narrowed to 41, 81 41 would be read as 、.
    const std::string source =
        "a,b\n\x81" + in(Encoding::cp932, "，Ａ") + "," + in(Encoding::cp932, "Ｂ") + "\n";
    const auto file = convert_in_memory("a,b\n\x85\x40" + in(Encoding::cp932, "Ｂ") + ",\xFF\n", request);
    CHECK(undo_in_memory(file) == "a,b\n\x85\x40" + in(Encoding::cp932, "Ｂ") + ",\xFF\n");
    CHECK(converted(source, request).ends_with(",B\n"));
}

TEST_CASE("the record proves what it undoes") {
    const std::string source = "a,b\nＡ,１\nＢ,２\n";
    const auto file = convert_in_memory(source, request_for({"width"}));
    const auto refusal = [](const std::string& bytes, const std::string& record) -> std::string {
        try {
            undo_in_memory(bytes, record);
        } catch (const Error& error) {
            return error.en();
        }
        return "no error";
    };
    CHECK(refusal("a,b\nA,1\nC,2\n", file.record)
              .starts_with("out.csv: the file was changed since it was converted (at the conversion of line "
                           "3 of the source)"));
    CHECK(refusal("a,c\nA,1\nB,2\n", file.record)
              .starts_with("out.csv: the file was changed since it was converted;"));
    CHECK(refusal(file.bytes + "x", file.record).starts_with("out.csv: the file was changed"));
    CHECK(refusal("a,b\n", file.record).starts_with("out.csv: the file was changed"));
    const std::string cut = file.record.substr(0, file.record.rfind("{\"end\""));
    CHECK(refusal(file.bytes, cut).starts_with("record.jsonl: the record stops before its end"));
    CHECK(refusal(file.bytes, "").starts_with("record.jsonl: this is not the record of a conversion"));
    CHECK(refusal(file.bytes, "{\"record\":\"daicho-conversion\",\"version\":2}\n").find("a newer daicho") !=
          std::string::npos);
    std::string changed = file.record;
    changed.replace(changed.find("Ａ"), 3, "Ｃ");
    CHECK(refusal(file.bytes, changed).find("does not give the original bytes") != std::string::npos);
    MemorySource result(file.bytes, "out.csv");
    MemorySource record(file.record, "record.jsonl");
    CHECK(is_result_of(result, record));
}

TEST_CASE("lines of plain text are converted without a thought to commas") {
    ConversionRequest request = request_for({"width", "nfc"});
    request.plain_text = true;
    CHECK(converted("\xEF\xBB\xBF１，２\r\nか\xE3\x82\x99\n\"Ａ", request) ==
          "\xEF\xBB\xBF"
          "1,2\r\nが\n\"A");
}
