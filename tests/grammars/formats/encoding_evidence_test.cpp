#include "grammars/formats/encoding_evidence.hpp"

#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "grammars/base/error.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/encoding_detector.hpp"
#include "grammars/formats/text_source.hpp"

using namespace daicho;
using namespace std::string_literals;

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
    for (const char* bytes : {"\xB1\xB2", "\xB1\xB2\xB3\xB4", "a,b\n\xB1\xB2,1\n", "\xC5\xEC\xB5\xFE\x0A"}) {
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
    CHECK(said(weigh(written(Encoding::cp932, "ｱ"))) == "decided CP932");  // an odd number of bytes
    CHECK(said(weigh(written(Encoding::cp932, "ｱｲｳ"))) == "decided CP932");
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

TEST_CASE("short well-formed UTF-8 is UTF-8") {
    CHECK(said(weigh("name\ncaf\xC3\xA9\n")) == "decided UTF-8");
    CHECK(said(weigh("M\xC3\xBCnchen")) == "decided UTF-8");
    CHECK(said(weigh("# \xC2\xA9 2025 Unicode\n")) == "decided UTF-8");
    for (const char* text : {"é", "±", "①", "※", "々", "ü,ß", "α", "〇"}) {
        INFO(text);
        CHECK(encoding_found(text) == "UTF-8");
    }
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

namespace {

/// A table like those that cities publish, long enough that its encoding is beyond doubt.
std::string sample_table() {
    std::string text = "名称,所在地,電話番号,備考\n";
    for (int i = 1; i <= 12; ++i) {
        const std::string n = std::to_string(i);
        text += "第" + n + "小学校,千代田区霞が関" + n + "丁目,03-1234-56" + std::to_string(10 + i) +
                ",体育館を含む\n";
    }
    return text;
}

/// UTF-8 or a refusal, never something else.
void check_never_another(const std::string& bytes, Encoding truth) {
    const auto evidence = weigh(bytes, EvidenceDepth::verdict);
    CHECK(evidence.encoding.value_or(truth) == truth);
}

}  // namespace

TEST_CASE("UTF-8 with a spoilt, lost or added byte is UTF-8 with errors at places, wherever it happens") {
    const std::string table = sample_table();
    for (std::size_t at = 0; at < table.size(); at += 7) {
        INFO("byte " << at);
        for (const char byte : {'\x00', '\x41', '\x80', '\x8E', '\xE5', '\xFF'}) {
            std::string spoilt = table;
            spoilt[at] = byte;
            CHECK(encoding_found(spoilt) == "UTF-8");
            CHECK(encoding_found(table.substr(0, at) + byte + table.substr(at)) == "UTF-8");
        }
        CHECK(encoding_found(table.substr(0, at) + table.substr(at + 1)) == "UTF-8");
    }
}

TEST_CASE("an encoding stays what it is when the file is cut anywhere") {
    const std::string table = sample_table();
    for (const Encoding encoding : {Encoding::utf8, Encoding::cp932, Encoding::euc_jp, Encoding::iso_2022_jp,
                                    Encoding::utf16le, Encoding::utf16be}) {
        const std::string bytes = written(encoding, table);
        for (std::size_t size = 60; size < bytes.size(); size += 11) {
            INFO(to_string(encoding) << ", " << size << " bytes");
            CHECK(encoding_found(bytes.substr(0, size)) == to_string(encoding));
        }
    }
}

TEST_CASE("damage does not make another encoding of a file") {
    const std::string table = sample_table();
    for (const Encoding encoding :
         {Encoding::cp932, Encoding::euc_jp, Encoding::iso_2022_jp, Encoding::utf16le, Encoding::utf16be}) {
        const std::string bytes = written(encoding, table);
        for (std::size_t at = 0; at < bytes.size(); at += 5) {
            INFO(to_string(encoding) << ", byte " << at);
            for (const char byte : {'\x41', '\x80', '\x87', '\xFF'}) {
                std::string spoilt = bytes;
                spoilt[at] = byte;
                check_never_another(spoilt, encoding);
                check_never_another(bytes.substr(0, at) + byte + bytes.substr(at), encoding);
            }
            check_never_another(bytes.substr(0, at) + bytes.substr(at + 1), encoding);
        }
    }
}

TEST_CASE("nor does it where control characters stand in cells") {
    const std::string table = sample_table() + "第13小学校,千代田区,03-1234-5623,\x7F\x7F.\x7F\x08\n";
    for (const Encoding encoding : {Encoding::cp932, Encoding::euc_jp}) {
        const std::string bytes = written(encoding, table);
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            INFO(to_string(encoding) << ", byte " << at);
            std::string spoilt = bytes;
            spoilt[at] = '\x80';
            check_never_another(spoilt, encoding);
        }
    }
}

TEST_CASE("a word that comes in every record does not make UTF-8 of a damaged file") {
    // 福井県 in EUC-JP is CA A1 B0 E6 B8 A9: U+02A1, a byte, 温.
    const char* const words[] = {"福井県", "岩手県", "埼玉県", "山梨県", "和歌山県", "鳥取県",
                                 "愛媛県", "相談",   "年月日", "開設",   "避難所",   "休止"};
    for (const char* word : words) {
        std::string table = "受付_年月日,都道府県名,件数\n";
        for (int i = 1; i <= 40; ++i)
            table += "2020/2/" + std::to_string(i) + "," + word + "," + std::to_string(i * 7) + "\n";
        for (const Encoding encoding : {Encoding::cp932, Encoding::euc_jp}) {
            const std::string bytes = written(encoding, table);
            for (const std::string& damage : {"\xFC"s, "\xE5"s, "\x80"s, "\xFF\xFF"s, "市役所,本町,1\n"s}) {
                INFO(word << " in " << to_string(encoding));
                const std::size_t line = bytes.find('\n', bytes.size() / 2) + 1;
                check_never_another(bytes.substr(0, line) + damage + bytes.substr(line), encoding);
                check_never_another(bytes.substr(0, line + 12) + damage + bytes.substr(line + 12), encoding);
            }
        }
    }
}

TEST_CASE("a line of another encoding in UTF-8 is an error there") {
    const std::string table = sample_table();
    const std::string line = "中央公民館,千代田区丸の内,03-1111-2222,なし\n";
    for (const Encoding encoding : {Encoding::cp932, Encoding::euc_jp, Encoding::iso_2022_jp}) {
        const auto evidence = weigh(table + written(encoding, line) + table);
        INFO(to_string(encoding));
        CHECK((evidence.encoding.value_or(Encoding::utf8)) == Encoding::utf8);
        if (encoding != Encoding::iso_2022_jp) CHECK(said(evidence) == "damaged UTF-8");
    }
}

TEST_CASE("words of Latin-1 are no UTF-16, and are refused") {
    CHECK(said(weigh("name,tel\nCaf\xE9 \xE0 Gen\xE8ve,03-1\n")) == "broken");
    CHECK(said(weigh("Caf\xE9 \xE0 Gen\xE8ve")) == "broken");
}

TEST_CASE("ISO-2022-JP with shift-out is not UTF-8") {
    const auto evidence = weigh(written(Encoding::iso_2022_jp, "東京都千代田区\n") +
                                "\x0E"
                                "12\x0F\n");
    CHECK(said(evidence) == "damaged ISO-2022-JP");
}

TEST_CASE("a lost byte turns UTF-16 round, which no reading survives") {
    for (const std::string& mark : {std::string{}, std::string{"\xFF\xFE"}}) {
        const std::string bytes = mark + written(Encoding::utf16le, sample_table());
        CHECK(said(weigh(bytes.substr(0, 101) + bytes.substr(102))) == "broken");
        CHECK(weigh(bytes).encoding == Encoding::utf16le);
    }
}

TEST_CASE("NUL as padding does not make UTF-16 of a text, and NUL between all characters no UTF-8") {
    CHECK(encoding_found(sample_table() + std::string(64, '\0')) == "UTF-8");
    CHECK(encoding_found("a,b\n" + std::string(8, '\0') + "1,2\n") == "UTF-8");
    for (const Encoding encoding : {Encoding::cp932, Encoding::utf16le, Encoding::utf16be}) {
        for (const std::string& text : {"id,name\n1,a\n2,b\n"s, sample_table()}) {
            for (const std::size_t padding : {7, 20, 512, 4096}) {
                INFO(to_string(encoding) << ", " << padding << " behind " << text);
                check_never_another(
                    written(encoding, text) + std::string(padding, '\0'),
                    encoding == Encoding::cp932 && text[0] == 'i' ? Encoding::utf8 : encoding);
                CHECK(weigh(written(encoding, text) + std::string(padding, '\0')).encoding);
            }
        }
    }
    const std::string half = written(Encoding::utf16le, "id,name\n1,a\n");
    CHECK_FALSE(weigh(half.substr(0, 7) + half.substr(8)).encoding);
    MemorySource source{half.substr(0, 7) + half.substr(8), "sample"};
    CHECK_THROWS_WITH(prove_encoding(source), Catch::Contains("UTF-16 in which a byte is missing"));
}

TEST_CASE("UTF-32 is named") {
    using namespace std::string_view_literals;
    for (const auto start :
         {"\xFF\xFE\0\0a\0\0\0"sv, "\0\0\xFE\xFF\0\0\0a"sv, "a\0\0\0,\0\0\0"sv, "\0\0\0a\0\0\0,"sv}) {
        CHECK(other_format(start).en == "it is UTF-32");
    }
    CHECK(other_format("\xFF\xFE"
                       "a\0,\0\n\0"sv)
              .en.empty());
}

TEST_CASE("a larger input without a byte 0 is not read as UTF-16, and that is the reason given") {
    std::string lines;
    for (int i = 0; i < 400; ++i) lines += "中央公民館,本町1-2-3\n";
    for (const Encoding encoding : {Encoding::utf8, Encoding::cp932, Encoding::utf16le}) {
        const EncodingEvidence evidence = weigh(written(encoding, lines));
        CHECK(evidence.encoding == encoding);
        for (const EncodingReading& reading : evidence.readings) {
            const bool is_wide =
                reading.encoding == Encoding::utf16le || reading.encoding == Encoding::utf16be;
            CHECK(reading.lacks_zeros == (is_wide && encoding != Encoding::utf16le));
            if (reading.lacks_zeros) CHECK_FALSE(reading.holds());
        }
    }
}
