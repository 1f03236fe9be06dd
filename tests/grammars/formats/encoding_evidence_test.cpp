#include "grammars/formats/encoding_evidence.hpp"

#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "grammars/base/error.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/encoding_detector.hpp"
#include "grammars/formats/text_source.hpp"

using namespace daicho;

namespace {

std::string written(Encoding encoding, std::string_view text) {
    Encoder encoder{encoding};
    std::string bytes;
    REQUIRE(encoder.encode(text, bytes) == std::string_view::npos);
    encoder.finish(bytes);
    return bytes;
}

EncodingEvidence weigh(const std::string& bytes, EvidenceDepth depth = EvidenceDepth::all) {
    MemorySource source{bytes, "sample"};
    return weigh_encodings(source, depth);
}

/// "proven CP932", "undecided CP932 EUC-JP" ...
std::string said(const EncodingEvidence& evidence) {
    std::string words{to_string(evidence.verdict)};
    if (evidence.encoding) words.append(" ").append(to_string(*evidence.encoding));
    for (const Encoding encoding : evidence.remaining) words.append(" ").append(to_string(encoding));
    return words;
}

std::string encoding_found(const std::string& bytes) {
    const auto evidence = weigh(bytes);
    return evidence.encoding ? std::string{to_string(*evidence.encoding)} : said(evidence);
}

}  // namespace

TEST_CASE("short texts in the encodings of everyday files are told apart") {
    const char* const texts[] = {
        "東京都千代田区霞が関",
        "こんにちは",
        "髙島屋",
        "カタカナだけ",
        "株式会社山田商店",
        "名称,所在地\r\n市役所,本町\r\n",
        "１２３番地",
        "〒100-8926 東京都千代田区",
        "第一小学校（廃校）",
        "テスト",
        "氏名：山田　太郎",
        "ﾔﾏﾀﾞ ﾀﾛｳ,山田太郎",
    };
    for (const char* text : texts) {
        for (const Encoding encoding :
             {Encoding::utf8, Encoding::cp932, Encoding::euc_jp, Encoding::iso_2022_jp}) {
            INFO(text << " in " << to_string(encoding));
            CHECK(encoding_found(written(encoding, text)) == to_string(encoding));
        }
    }
}

TEST_CASE("UTF-16 is found without a byte-order mark") {
    for (const char* text :
         {"東京都千代田区霞が関", "名称,所在地\n市役所,本町\n", "A1", "髙島屋 本店", "id,name\n1,a\n"}) {
        for (const Encoding encoding : {Encoding::utf16le, Encoding::utf16be}) {
            INFO(text << " in " << to_string(encoding));
            CHECK(encoding_found(written(encoding, text)) == to_string(encoding));
        }
    }
}

TEST_CASE("a byte-order mark proves what it says") {
    CHECK(said(weigh("\xEF\xBB\xBF"
                     "a")) == "proven UTF-8");
    CHECK(said(weigh(std::string{"\xFF\xFE"
                                 "a\0",
                                 4})) == "proven UTF-16LE");
    CHECK(weigh("\xEF\xBB\xBF"
                "a")
              .bom_size == 3);
    CHECK(said(weigh("\xEF\xBB\xBF\x8E\x73")) == "broken");
}

TEST_CASE("ASCII is the same text in every encoding of bytes") {
    const auto evidence = weigh("a,b\n1,2\n");
    CHECK(said(evidence) == "decided UTF-8");
    CHECK(evidence.only_ascii);
    CHECK(evidence.deciding_bytes == 0);
    CHECK(said(weigh("")) == "decided UTF-8");
}

TEST_CASE(
    "half-width kana and kanji of EUC-JP that are the same bytes are left undecided while they are few") {
    for (const char* bytes :
         {"\xB1\xB2", "\xB1\xB2\xB3\xB4", "a,b\n\xB1\xB2,1\n", "\xC3\xA9", "\xC5\xEC\xB5\xFE\x0A"}) {
        INFO(bytes);
        const auto evidence = weigh(bytes);
        if (bytes[0] == '\xC5') {
            CHECK(said(evidence) == "proven EUC-JP");  // ECB5 is no code of CP932
            continue;
        }
        CHECK(evidence.verdict == EncodingVerdict::undecided);
        CHECK(std::ranges::find(evidence.remaining, Encoding::cp932) != evidence.remaining.end());
        CHECK(std::ranges::find(evidence.remaining, Encoding::euc_jp) != evidence.remaining.end());
    }
}

TEST_CASE("half-width kana are found where there are enough of them, or one that EUC-JP cannot have") {
    CHECK(said(weigh(written(Encoding::cp932, "ｱ"))) == "proven CP932");  // an odd number of bytes
    CHECK(said(weigh(written(Encoding::cp932, "ｱｲｳ"))) == "proven CP932");
    for (const char* text :
         {"ﾄｳｷｮｳﾄﾁﾖﾀﾞｸｶｽﾐｶﾞｾｷ1-2-3", "ﾎｯｶｲﾄﾞｳｻｯﾎﾟﾛｼﾁｭｳｵｳｸ", "ﾔﾏﾀﾞ ﾀﾛｳ,ｽｽﾞｷ ﾊﾅｺ,ｻﾄｳ ｼﾞﾛｳ"}) {
        INFO(text);
        CHECK(encoding_found(written(Encoding::cp932, text)) == "CP932");
    }
}

TEST_CASE("kanji of EUC-JP are not taken for half-width kana") {
    for (const char* text : {"大阪府", "東京都", "市町村名", "鈴木一郎", "株式会社", "京都市左京区吉田本町",
                             "山田太郎,佐藤花子,高橋次郎", "人口,世帯数\n男,女\n"}) {
        INFO(text);
        const auto evidence = weigh(written(Encoding::euc_jp, text));
        // Never wrong; where the bytes could be both, it says so.
        CHECK((evidence.encoding.value_or(Encoding::euc_jp)) == Encoding::euc_jp);
    }
    CHECK(encoding_found(written(Encoding::euc_jp, "京都市左京区吉田本町の施設")) == "EUC-JP");
}

TEST_CASE("one letter with a mark in ASCII is UTF-8 within a word and undecided alone") {
    CHECK(said(weigh("name\ncaf\xC3\xA9\n")) == "decided UTF-8");
    CHECK(said(weigh("M\xC3\xBCnchen")) == "decided UTF-8");
    CHECK(said(weigh("# \xC2\xA9 2025 Unicode\n")) == "decided UTF-8");
    CHECK(weigh("\xC3\xA9").verdict == EncodingVerdict::undecided);
}

TEST_CASE("UTF-8 that CP932 could read too is UTF-8") {
    // 縺ゅ≠ in CP932
    CHECK(encoding_found("ああ") == "UTF-8");
    CHECK(encoding_found("市役所") == "UTF-8");
}

TEST_CASE("where no encoding holds, each says where it broke") {
    const auto evidence = weigh("a\n\x8E\x73\n\xE5\xB8\x82\n\xBB\xD4\xFF\n");
    CHECK(said(evidence) == "broken");
    for (const auto& reading : evidence.readings) {
        if (reading.encoding == Encoding::utf8) {
            REQUIRE(reading.broken);
            CHECK(reading.broken->line == 2);
            CHECK(reading.broken->offset == 2);
            CHECK(reading.broken->byte == 0x8E);
        }
    }
}

TEST_CASE("every reading is there when all are asked for") {
    const auto evidence = weigh(written(Encoding::cp932, "市役所ｱ\nabc"));
    REQUIRE(evidence.readings.size() == 6);
    for (const auto& reading : evidence.readings) {
        if (reading.encoding != Encoding::cp932) continue;
        CHECK(reading.holds());
        CHECK(reading.counts.common == 3);
        CHECK(reading.counts.half_kana == 1);
        CHECK(reading.line == "市役所ｱ");
        CHECK(reading.line_number == 1);
    }
    CHECK(evidence.deciding_bytes == 6);  // the second byte of 市 is ASCII
}

TEST_CASE("the verdict that readers use names the same encoding as the full one") {
    const std::string samples[] = {
        "",
        "a",
        "\xB1\xB2",
        "ああ",
        "caf\xC3\xA9",
        written(Encoding::euc_jp, "東京都千代田区"),
        "\xC3\xA9",
        written(Encoding::cp932, "東京都千代田区ｱｲｳ"),
        written(Encoding::iso_2022_jp, "市"),
        written(Encoding::utf16be, "A1"),
    };
    for (const auto& bytes : samples) {
        const auto quick = weigh(bytes, EvidenceDepth::verdict);
        const auto full = weigh(bytes);
        INFO(bytes);
        CHECK(quick.encoding == full.encoding);
        CHECK(quick.remaining == full.remaining);
        MemorySource source{bytes, "sample"};
        if (quick.encoding) {
            CHECK(prove_encoding(source).encoding == *full.encoding);
        } else {
            CHECK_THROWS_AS(prove_encoding(source), Error);
        }
    }
}

TEST_CASE("a letter and its mark spread over two blocks are counted once") {
    const std::string bytes = std::string(65535, 'a') + written(Encoding::cp932, "市ｱ");
    const auto evidence = weigh(bytes);
    CHECK(said(evidence) == "proven CP932");
    for (const auto& reading : evidence.readings) {
        if (reading.encoding == Encoding::cp932) CHECK(reading.counts.ascii == 65535);
    }
}

TEST_CASE("what no other encoding holds and makes sense as JIS X 0213 is that") {
    const std::string euc = written(Encoding::euc_jis_2004, "東京都の市役所でか\u309Aを𠮟る");
    CHECK(said(weigh(euc)) == "decided EUC-JIS-2004");
    CHECK(said(weigh("\x8E\x73\xFF")) == "broken");
}
