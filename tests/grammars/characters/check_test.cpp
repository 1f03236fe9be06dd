#include "grammars/characters/check.hpp"

#include <catch2/catch.hpp>

#include "grammars/characters/rule_ids.hpp"
#include "grammars/text/normalize.hpp"
#include "grammars/values/rule_ids.hpp"
#include "tests/support/known_characters.hpp"

namespace daicho {

namespace {

const CharacterProfile& profile(std::string_view name) {
    const CharacterProfile* found = find_character_profile(name);
    REQUIRE(found);
    return *found;
}

/// The rules that a text breaks with the parts that break them: "C220 髙, C217 \u200B".
std::string told(std::string_view text, std::string_view name = "name") {
    const CharacterCheck check(profile(name));
    std::string out;
    for (const CharacterProblem& problem : check.problems(text)) {
        CHECK(problem.where.end <= text.size());
        CHECK(problem.where.begin < problem.where.end);
        out += (out.empty() ? "" : ", ") + std::string(problem.rule.text) + " " +
               std::string(slice(text, problem.where));
    }
    // The quick look may only be wrong in one direction.
    if (!out.empty()) CHECK(!check.is_plainly_clean(text));
    return out;
}

std::string repaired_in(std::string_view text, std::string_view name = "name") {
    return CharacterCheck(profile(name)).safely_repaired(text);
}

CharacterProblem only_problem(std::string_view text, std::string_view name = "name") {
    auto problems = CharacterCheck(profile(name)).problems(text);
    CAPTURE(text);
    REQUIRE(problems.size() == 1);
    return problems.front();
}

}  // namespace

TEST_CASE("what names and texts are written with is clean at a glance") {
    const std::string_view texts[] = {
        "山田 太郎",
        "デジタル庁",
        "千代田区紀尾井町1-3",
        "株式会社ＡＢＣ商事",
        "データ・サービス",
        "１丁目２番地",
        "吉田 𠮟",
        "か゚き゚く゚",
        "パーク",
        "らーめん",
        "Chiyoda-ku 1-3",
        "﨑",
        "『台帳』（案）",
    };
    for (const std::string_view text : texts) {
        for (const CharacterProfile& fields : character_profiles()) {
            CAPTURE(text, fields.name);
            const bool letters = fields.letters != FieldLetters::any;
            if (letters) continue;
            CHECK(CharacterCheck(fields).problems(text).empty());
        }
    }
    const CharacterCheck check(profile("free-text"));
    for (const std::string_view text : {"山田 太郎", "デジタル庁", "パーク", "らーめん", "Chiyoda-ku 1-3"}) {
        CAPTURE(text);
        CHECK(check.is_plainly_clean(text));
    }
}

TEST_CASE("code points that are no usable character are told, each by its rule") {
    struct Row {
        std::string_view text;
        std::string_view told;
    };
    const Row rows[] = {
        {"山\uFFFD田", "C214 \uFFFD"},
        {"山\uFFFF田", "C214 \uFFFF"},
        {"山\U0002FFFE", "C214 \U0002FFFE"},
        {"山\u0378", "C215 \u0378"},
        {"山\uE000田", "C216 \uE000"},
        {"山\U000F0000", "C216 \U000F0000"},
        {"山\U00100001", "C216 \U00100001"},
        {"山\u200B田", "C217 \u200B"},
        {"\uFEFF山田", "C217 \uFEFF"},
        {"山\u202E田", "C217 \u202E"},
        {"山\u00AD田", "C217 \u00AD"},
        {"山\U000E0041", "C217 \U000E0041"},
        {"山\u00A0田", "C218 \u00A0"},
        {"山\u2003田", "C218 \u2003"},
        {"山\t田", "C212 \t"},
        {"山\u0085田", "C212 \u0085"},
        {"山\u2028田", "C212 \u2028"},
    };
    for (const Row& row : rows) CHECK(told(row.text) == row.told);
}

TEST_CASE("what is not seen may have a task") {
    CHECK(told("\U0001F468\u200D\U0001F469", "free-text") == "C220 \U0001F468, C220 \U0001F469");
    CHECK(told("שלום\u200F", "registered").empty());
    CHECK(told("\u0646\u200C\u0647", "registered").empty());
}

TEST_CASE("safe repairs take away what has no meaning and leave all else") {
    struct Row {
        std::string_view text;
        std::string_view repaired;
    };
    const Row rows[] = {
        {"山\u200B田", "山田"},
        {"山\u00A0田", "山 田"},
        {"か\u3099き", "がき"},
        {"\uF9A8和", "令和"},
        {"⾼橋", "高橋"},
        {"ｶﾞﾗｽ", "ガラス"},
        {"愛媛\uFE0F", "愛媛"},
        {"\U000E0100山", "山"},
        {"葛\U000E0100\U000E0101", "葛\U000E0100"},
        {"山\uFFFD田", "山\uFFFD田"},
        {"髙橋", "髙橋"},
        {"山\t田", "山\t田"},
        {"⻑崎", "⻑崎"},
        {"か゛", "か゛"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(repaired_in(row.text) == row.repaired);
        CHECK(repaired_in(row.repaired) == row.repaired);
    }
}

TEST_CASE("a half-width long vowel alone before a digit may be a hyphen: it is not replaced safely") {
    CHECK(only_problem("シｰ15").repair == RepairKind::guess);
    CHECK(only_problem("シｰ１５").repair == RepairKind::guess);
    for (const char* text : {"ｼｰ15", "スーパｰ", "コｰヒー"})
        CHECK(only_problem(text).repair == RepairKind::normal_form);
    CHECK(repaired_in("シｰ15") == "シｰ15");
}

TEST_CASE("a garbled text is one problem, and 縺 alone proves nothing") {
    const CharacterProblem problem = only_problem("譚ｱ莠ｬ驛ｽ貂ｯ蛹ｺ", "free-text");
    CHECK(problem.rule == rules::mojibake);
    CHECK(problem.replacement == "東京都港区");
    CHECK(told("縺れ").empty());
}

TEST_CASE("small and large kana are never made the other: キヤノン is a name") {
    for (const std::string_view name : {"キヤノン", "キャノン", "シヤチハタ", "富士フイルム", "ブルボンツ"}) {
        CHECK(repaired_in(name, "corporate-name") == name);
        CHECK(told(name, "corporate-name").empty());
    }
}

TEST_CASE("髙 is not in JIS X 0213 and 﨑 is: one a compatibility character of Windows, one unified") {
    // 髙 U+9AD9 is subsumed by 高 (1-25-66); 﨑 U+FA11 is 1-47-82, stands among the compatibility ideographs,
    // and is one of the twelve that NFC leaves alone.
    const CharacterProblem problem = only_problem("髙﨑");
    CHECK(problem.rule == rules::outside_repertoire);
    CHECK(problem.where == Span{0, 3});
    CHECK(problem.lacking == std::vector<std::string_view>{"JIS X 0213"});
    CHECK(unit_facts("髙") == "髙 U+9AD9 CP932");
    CHECK(unit_facts("﨑") == "﨑 U+FA11 JIS 1-47-82");
}

TEST_CASE("the twelve unified ideographs among the compatibility ones are not told to be unstable") {
    for (const char32_t c : U"\uFA0E\uFA0F\uFA11\uFA13\uFA14\uFA1F\uFA21\uFA23\uFA24\uFA27\uFA28\uFA29") {
        if (c == 0) continue;
        std::string text;
        append_utf8(text, c);
        CAPTURE(text);
        const std::string found = told(text);
        CHECK(found.find("C225") == found.npos);
        CHECK(found.find("C226") == found.npos);
    }
}

TEST_CASE("侮 神 塚 of the compatibility block are in JIS X 0213, and their lossless spelling is offered") {
    for (const auto& [text, sequence] :
         {std::pair{"\uFA30", "侮\uFE00"}, {"\uFA19", "神\uFE00"}, {"\uFA10", "塚\uFE00"}}) {
        const CharacterProblem problem = only_problem(text);
        CHECK(problem.rule == rules::nfc_unstable);
        CHECK(problem.repair == RepairKind::none);
        CHECK(problem.candidates == std::vector<std::string>{sequence});
        CHECK(told(sequence).empty());
    }
}

TEST_CASE("U+F9A8 looks like 令, and only a Korean standard has it: it is replaced safely") {
    const CharacterProblem problem = only_problem("\uF9A8");
    CHECK(problem.rule == rules::duplicate_character);
    CHECK(problem.repair == RepairKind::normal_form);
    CHECK(problem.replacement == "令");
}

TEST_CASE("か and U+309A is a character of JIS X 0213, か and U+3099 is half of one") {
    CHECK(told("か\u309A").empty());
    CHECK(unit_facts("か\u309A") == "か゚ U+304B U+309A JIS 1-04-87");
    CHECK(told("か\u3099") == "C224 か\u3099");
    CHECK(told("パ\u309A") == "C220 \u309A");
    CHECK(told("e\u0301") == "C224 e\u0301");
}

TEST_CASE("a sound mark beside its letter is a guess, since あ゛ is written on purpose") {
    CHECK(told("か゛") == "C227 か゛");
    CHECK(told("カﾞ") == "C227 カﾞ");
    CHECK(told("あ゛").empty());
}

TEST_CASE("a selector has to follow one ideograph, and says that the shape is not that of JIS X 0213") {
    CHECK(told("愛媛\U000E0103") == "C220 媛\U000E0103");
    CHECK(told("愛媛\U000E0103", "registered").empty());
    CHECK(told("あ\U000E0100") == "C221 あ\U000E0100");
    CHECK(told("\U000E0100愛") == "C221 \U000E0100");
    CHECK(told("葛\U000E0100\U000E0101") == "C221 葛\U000E0100\U000E0101");
    CHECK(told("山\uFE00") == "C222 山\uFE00");
    CHECK(told("山\uFE0F") == "C221 山\uFE0F");
    CHECK(told("\u2764\uFE0F", "registered").empty());
    CHECK(told("1\uFE0F\u20E3", "registered").empty());
}

TEST_CASE(
    "a shape that changed in 2004 is noted in names as registered alone, where no selector settles it") {
    for (const CharacterProfile& one : character_profiles()) {
        const bool registered = one.name == "registered" || one.name == "family-register";
        CAPTURE(one.name);
        CHECK(one.weight_of(rules::changed_shape) == (registered ? RuleWeight::info : RuleWeight::off));
        if (one.name != "kana") CHECK(told("辻井", one.name) == (registered ? "C235 辻" : ""));
    }
    CHECK(told("葛\U000E0100城", "registered").empty());
}

TEST_CASE("radicals are told; those of Kangxi are the ideographs, the others are like them") {
    CHECK(only_problem("⾼").repair == RepairKind::normal_form);
    CHECK(only_problem("⻑").repair == RepairKind::guess);
    CHECK(only_problem("⻑").replacement == "長");
    CHECK(only_problem("⼭").replacement == "山");
}

TEST_CASE("marks that stand for lost characters are told where they are hardly meant") {
    CHECK(told("〓橋") == "C219 〓");
    CHECK(told("□橋") == "C219 □");
    CHECK(told("?橋") == "C219 ?");
    CHECK(told("東京??区", "free-text") == "C219 ??");
    CHECK(told("〓橋", "free-text") == "C219 〓");
    CHECK(told("□はい ■いいえ ●注意", "free-text").empty());
    CHECK(told("どうですか?? 何", "free-text").empty());
    CHECK(told("ご存じ?", "free-text").empty());
    CHECK(told("http://example.jp/?a=1", "free-text").empty());
}

TEST_CASE("a long-vowel mark between digits is no hyphen, in パーク it is no hyphen either") {
    CHECK(told("1ー2", "address") == "C229 ー");
    CHECK(told("1一2", "free-text") == "C229 一");
    CHECK(told("１一２", "free-text") == "C229 一");
    CHECK(told("１ー２", "free-text") == "C229 ー");
    CHECK(told("1―2", "address") == "C229 ―");
    CHECK(told("10―12時", "free-text").empty());
    CHECK(told("1－2", "address") == "C229 －");
    CHECK(told("１－２", "address").empty());
    CHECK(told("パーク2", "address").empty());
    CHECK(told("398ｰ2", "address") == "C229 ｰ");
    CHECK(told("398ｰ2", "free-text") == "C229 ｰ");
    for (const std::string_view mark : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212",
                                        "\uFF0D", "\uFE63", "\u2043", "\uFF70", "\u30FC", "\u2500"}) {
        const std::string text = "1" + std::string(mark) + "2";
        CAPTURE(text);
        CHECK(!told(text, "address").empty());
        CHECK(!CharacterCheck(profile("address")).is_plainly_clean(text));
    }
}

TEST_CASE("kanji among katakana and katakana among kanji are told where nobody writes them on purpose") {
    struct Row {
        std::string_view slip;
        std::string_view part;
    };
    const Row slips[] = {{"コ一ヒー", "一"},
                         {"ユ二ット", "二"},
                         {"二ュース", "二"},
                         {"ア八ウト", "八"},
                         {"口ビー", "口"},
                         {"ニ丁目", "ニ"},
                         {"ハ王子市", "ハ"},
                         {"川ロ市", "ロ"},
                         {"出ロ", "ロ"},
                         {"エ事", "エ"},
                         {"協カ", "カ"},
                         {"ー丁目", "ー"},
                         {"第ー回", "ー"},
                         {"センタ一", "一"},
                         {"センタ一1階", "一"},
                         {"有限会社工イト", "工"},
                         {"リサー千株式会社", "千"},
                         {"ＢＫ八ウス", "八"},
                         {"システ厶", "厶"},
                         {"小豆島ぺット", "ぺ"},
                         {"みなベ町", "ベ"},
                         {"七ンター", "七"},
                         {"ターミ十ル", "十"},
                         {"りサイクル", "り"},
                         {"カーぺンター", "ぺ"},
                         {"１８オ以上", "オ"},
                         {"ロ径", "ロ"},
                         {"卜ヨタ", "卜"},
                         {"ベルズコー卜", "卜"},
                         {"二トリ", "二"},
                         {"ファ三リー", "三"},
                         {"千ャイルド", "千"},
                         {"チ葉市", "チ"},
                         {"ミ重県", "ミ"},
                         {"トヨ夕", "夕"},
                         {"カ-ド", "-"},
                         {"サ－ビス", "－"},
                         {"АED", "А"},
                         {"Β棟", "Β"},
                         {"シ力クリニック", "力"},
                         {"ストレッ千", "千"},
                         {"八ウス", "八"},
                         {"入りロ", "ロ"},
                         {"第ニ公園", "ニ"},
                         {"ミ馬", "ミ"},
                         {"ハ軒", "ハ"},
                         {"人エ", "エ"},
                         {"労働カ調査", "カ"},
                         {"昇ー郎", "ー"},
                         {"のー覧", "ー"},
                         {"センタ-", "-"},
                         {"庵治町オ田公園", "オ"},
                         {"弁オ船", "オ"},
                         {"カ石商店", "カ"},
                         {"県道セ尾線", "セ"},
                         {"セ夕まつり", "セ"},
                         {"ナ日町", "ナ"},
                         {"電話ヌは窓口", "ヌ"},
                         {"会場ヘ直接", "ヘ"},
                         {"センターヘお", "ヘ"},
                         {"シュウへン", "へ"},
                         {"へイワコウエン", "へ"}};
    for (const auto& [slip, part] : slips) {
        CAPTURE(slip);
        CHECK(told(slip, "free-text") == "C231 " + std::string(part));
        CHECK(!CharacterCheck(profile("free-text")).is_plainly_clean(slip));
    }
    for (const std::string_view text : {"口コミ",       "こばりサイクル",   "株式会社才コーポレーション",
                                        "甲又ハ乙",     "コト又ハモノ",     "七ツ森",
                                        "十ノ瀬",       "アト十カ所",       "ちゃんこなべ",
                                        "匕首",         "ボタンありケース", "カフェ三ツ星",
                                        "ホテル八ヶ岳", "ブランド力アップ", "三カ所",
                                        "霞カ関",       "町ロ部",           "字ニ番地",
                                        "ハ12番地",     "パーク",           "二ノ宮",
                                        "アラサー一番", "東京ハウス",       "日本ニュース",
                                        "センター二階", "ロータリー口",     "八ツ口",
                                        "井ノ口",       "三カ国",           "二グループ",
                                        "千キロ",       "字津幡エ14",       "和気町オ之部",
                                        "小田中オ甲",   "大谷町ナ字",       "南方セ字",
                                        "知ヌ谷地",     "見セ田",           "中カ田",
                                        "白峰ロ166",    "セブン-イレブン",  "プール-1",
                                        "αとβ",         "Москва",           "ΑΒΓ",
                                        "サービス一覧", "大阪ー京都",       "センターへアクセス",
                                        "津ヘ108",      "道林町ヘ",         "町ヘの12",
                                        "コース-A",     "ユーロ千",         "チーム力ランキング",
                                        "谷ロ166",      "八ガ岳",           "らーめん",
                                        "センター-本館"}) {
        CAPTURE(text);
        CHECK(told(text, "free-text").empty());
    }
}

TEST_CASE("㋿ is not of CP932 and ㍻ is; both are machine-dependent") {
    CHECK(told("㍻") == "C232 ㍻");
    CHECK(told("㈱①№") == "C232 ㈱, C232 ①, C232 №");
    CHECK(told("㋿") == "C220 ㋿");
    CHECK(told("①", "free-text").empty());
    CHECK(told("﨑").empty());
}

TEST_CASE("fields have their width and their letters") {
    CHECK(told("１２", "number") == "C233 １, C233 ２");
    CHECK(repaired_in("１２", "number") == "12");
    CHECK(told("ABC商事", "corporate-name") == "C233 A, C233 B, C233 C");
    CHECK(told("ＡＢＣ商事", "corporate-name").empty());
    CHECK(told("ヤマダ タロウ", "kana").empty());
    CHECK(told("ヤマだ", "kana") == "C210 だ");
    CHECK(told("ﾔﾏﾀﾞ", "kana") == "C211 ﾔﾏﾀﾞ");
    CHECK(told("ﾔﾏﾀﾞ", "free-text") == "C211 ﾔﾏﾀﾞ");
}

namespace {

/// Whether a field of `profile` tells that `set` lacks something of `text`.
bool tells_loss(std::string_view text, std::string_view profile_name, std::string_view set) {
    CharacterCheckOptions options;
    options.repertoires.push_back(find_repertoire(set));
    const CharacterCheck check(profile(profile_name), options);
    const auto problems = check.problems(text);
    const bool told = std::any_of(problems.begin(), problems.end(), [](const CharacterProblem& problem) {
        return problem.rule == rules::outside_repertoire;
    });
    if (told) CHECK(!check.is_plainly_clean(text));
    return told;
}

}  // namespace

TEST_CASE("a set that is named is obeyed in fields of every profile, and no note hides what it lacks") {
    for (const CharacterProfile& one : character_profiles()) {
        if (one.letters == FieldLetters::katakana || one.letters == FieldLetters::half) continue;
        CAPTURE(one.name);
        for (const char* text : {"𰻞", "\uFA30", "辻\U000E0103", "神\uFE00", "𠮷", "\U0002F9E0", "鷗"}) {
            CAPTURE(text);
            CHECK(tells_loss(text, one.name, "cp932"));
        }
        for (const char* text : {"髙", "﨑", "神", "辻", "①"}) {
            CAPTURE(text);
            CHECK(!tells_loss(text, one.name, "cp932"));
        }
        CHECK(!tells_loss("神\uFE00", one.name, "jisx0213"));
        CHECK(tells_loss("髙", one.name, "jisx0213"));
    }
}

TEST_CASE("a sequence is judged by the sets that were named, those of a registry alone too") {
    KnownCharacters known;
    known.sets = {LoadedSet::variations, LoadedSet::mj};
    known.members = {{LoadedSet::mj, "葛\U000E0105"}, {LoadedSet::mj, "辻\U000E0103"}, {LoadedSet::mj, "葛"}};
    known.variations[{U'葛', 0xE0105}].collections = 1;
    known.variations[{U'葛', 0xE0100}].collections = 1;
    known.variations[{U'辻', 0xE0103}] = {.collections = 1, .redundant = true};
    const auto asked = [&](std::string_view text, std::vector<const Repertoire*> sets,
                           std::vector<LoadedSet> loaded) {
        CharacterCheckOptions options;
        options.repertoires = std::move(sets);
        options.loaded = std::move(loaded);
        options.authority = &known;
        std::string out;
        for (const CharacterProblem& problem : CharacterCheck(profile("name"), options).problems(text)) {
            out +=
                std::string(problem.rule.text) + (problem.repair == RepairKind::normal_form ? " safely" : "");
            for (const std::string_view set : problem.lacking) out += " " + std::string(set);
        }
        return out;
    };
    const Repertoire* cp932 = find_repertoire("cp932");
    CHECK(asked("葛\U000E0105", {}, {LoadedSet::mj}).empty());
    CHECK(asked("葛\U000E0100", {}, {LoadedSet::mj}) == "C220 MJ characters");
    CHECK(asked("葛\U000E0105", {cp932}, {LoadedSet::mj}) == "C220 CP932");
    CHECK(asked("辻\U000E0103", {cp932}, {}) == "C220 safely CP932");
    CHECK(asked("辻\U000E0103", {}, {LoadedSet::mj}) == "C223 safely");
    CHECK(asked("辻\U000E0103", {}, {}) == "C223 safely");
}

TEST_CASE(
    "controls of direction have a task among letters that are written leftwards, not beside each other") {
    for (const char* text : {"山田\u061C\u202E", "\u202E山田\u202C", "1\u0661\u202E", "山\u064B\u202E"}) {
        CAPTURE(text);
        CHECK(told(text, "free-text").find("C217") != std::string::npos);
    }
    CHECK(told("\u0627\u0628\u200F", "free-text").find("C217") == std::string::npos);
}

TEST_CASE("other sets can be asked for, and one that is not loaded is not passed in silence") {
    CharacterCheckOptions options;
    options.repertoires = {find_repertoire("jisx0208"), find_repertoire("cp932")};
    const CharacterCheck check(profile("name"), options);
    CHECK(check.problems("山田").empty());
    const auto problems = check.problems("﨑侮");
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().lacking == std::vector<std::string_view>{"JIS X 0208"});
    CharacterCheckOptions asks_mj;
    asks_mj.loaded = {LoadedSet::mj};
    CHECK_THROWS(CharacterCheck(profile("name"), asks_mj));
}

TEST_CASE("safe repairs leave nothing that is safe to repair, and no rule that was not broken before") {
    const std::string_view pieces[] = {"山",         "か",     "\u3099", "ｶ",      "ﾞ", "\u200B", "\uFE0F",
                                       "\U000E0100", "⾼",     "\uF9A8", "\u00A0", "1", "ー",     "?",
                                       "𠮷",         "\uFA19", "゛",     " ",      "a"};
    std::uint32_t seed = 1;
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 6; ++i) {
            seed = seed * 1664525 + 1013904223;
            text += pieces[(seed >> 16) % std::size(pieces)];
        }
        CAPTURE(text);
        const CharacterCheck check(profile("name"));
        const std::string once = check.safely_repaired(text);
        CHECK(check.safely_repaired(once) == once);
        for (const CharacterProblem& problem : check.problems(once)) CHECK(!is_safe(problem.repair));
    }
}

}  // namespace daicho
