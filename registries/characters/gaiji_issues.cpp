#include <cassert>

#include "registries/characters/gaiji_audit.hpp"

namespace daicho {

namespace {

using enum GaijiIssue;

constexpr GaijiIssueName names[] = {
    {missing,
     "missing",
     Severity::error,
     {"データにあって、対応表にない外字", "Own characters in the data that the table does not have"},
     {"対応表に加え、字形を見て同定してください", "add them to the table and identify them by their shape"}},
    {broken,
     "broken",
     Severity::error,
     {"データにある、失われた文字（U+FFFD）", "Characters in the data that were lost (U+FFFD)"},
     {"変換前のデータに戻って、元の文字を確かめてください",
      "go back to the data before they were converted"}},
    {unclear_code,
     "unclear-code",
     Severity::error,
     {"Unicode とも CP932 とも読めるコード", "Codes that can be Unicode and CP932"},
     {"U+F040 か SJIS F040 のように書いてください", "write U+F040 or SJIS F040"}},
    {unreadable,
     "unreadable",
     Severity::error,
     {"読めないコード・文字図形名・文字", "Codes, numbers and characters that cannot be read"},
     {"MJ000000、GJ000000、1文字、U+0000 の形で書いてください",
      "write MJ000000, GJ000000, one character or U+0000"}},
    {not_identified,
     "not-identified",
     Severity::error,
     {"まだ同定されていない外字", "Gaiji that are not identified yet"},
     {"候補があれば字形を比べて一つに決め、なければ報告して待ちます",
      "compare the shapes of the candidates and choose one; where there is none, report it and wait"}},
    {several_targets,
     "several-targets",
     Severity::error,
     {"一つの行にある、二つ以上の同定先", "Rows that name more than one glyph"},
     {"一つに決めてください", "choose one"}},
    {one_code_two_glyphs,
     "one-code-two-glyphs",
     Severity::error,
     {"二つ以上の字形に同定されたコード", "Codes that are identified with more than one glyph"},
     {"字形を見て一つに決めてください", "look at the shape and choose one"}},
    {unknown_glyph,
     "unknown-glyph",
     Severity::error,
     {"一覧にない文字図形名", "Numbers that are not in the set"},
     {"番号を一覧表で確かめてください", "look the number up in the list"}},
    {not_loaded,
     "not-loaded",
     Severity::error,
     {"台帳ファイルに一覧がなく、確かめられない文字図形名",
      "Numbers that cannot be checked: their set is not in the registry"},
     {"MJ文字情報一覧表（MJ）か、行政事務標準文字のフォント・一覧表（GJ）を daicho build "
      "で台帳に入れてください",
      "make a registry with the MJ list (MJ), or a font or table of the administrative standard characters "
      "(GJ), by "
      "daicho build"}},
    {no_evidence,
     "no-evidence",
     Severity::error,
     {"同定の根拠がない行", "Rows without evidence"},
     {"根拠の欄に、照合票などの名前を書いてください",
      "write into the column evidence what it was compared with"}},
    {no_checker,
     "no-checker",
     Severity::error,
     {"確認者がない行", "Rows without a checker"},
     {"確認した人か係を書いてください", "write who has checked it"}},
    {not_confirmed,
     "not-confirmed",
     Severity::error,
     {"確認が終わっていない行", "Rows whose checks are not finished"},
     {"二人の確認が済んだら、状態を「二次確認」にしてください",
      "when two people have checked it, set the state to second check"}},
    {state_lacks_checker,
     "state-lacks-checker",
     Severity::error,
     {"状態にある確認の、確認者がない行", "Rows whose state names a check without its checker"},
     {"「確認者」「第二確認者」に、確認した人を書いてください",
      "write who has checked it into the columns checker and second_checker"}},
    {same_checker,
     "same-checker",
     Severity::error,
     {"一次と二次の確認者が同じ行", "Rows that one person has checked twice"},
     {"別の人が確認してください", "let another person check it"}},
    {added_without_number,
     "added-without-number",
     Severity::error,
     {"追加済みで、文字図形名のない行", "Rows that were added and have no number"},
     {"付けられた文字図形名を書いてください", "write the number that it was given"}},
    {numbers_disagree,
     "numbers-disagree",
     Severity::error,
     {"同定先と、戸籍・住基・登記の番号の文字が違う行",
      "Rows whose glyph is not that of their register numbers"},
     {"番号と字形を確かめてください。住基コードの16進数は、符号位置とは限りません",
      "compare number and shape; the digits of a Juki code are not always a code point"}},
    {two_codes_one_glyph,
     "two-codes-one-glyph",
     Severity::warning,
     {"同じ字形に同定された、二つ以上のコード", "Codes that are identified with the same glyph"},
     {"二重の登録でなければ、字形を比べ直してください。置き換えた後は区別できません",
      "unless it was registered twice, compare the shapes again; after a replacement they cannot be told "
      "apart"}},
    {sites_differ,
     "sites-differ",
     Severity::warning,
     {"団体によって違う字形のコード", "Codes with another glyph at another site"},
     {"団体ごとのデータを混ぜる前に置き換えてください", "replace them before data of the sites are mixed"}},
    {no_writing,
     "no-writing",
     Severity::warning,
     {"文字として書けない同定先", "Glyphs that no text can write"},
     {"符号のない字形か、フォントによって符号の違う字形です。置き換えの対象にしません",
      "a glyph without a code, or with another code in each font; it is not replaced"}},
    {repeated,
     "repeated",
     Severity::warning,
     {"同じことを言う行", "Rows that say the same"},
     {"一つを残して消してください", "keep one of them"}},
    {waiting,
     "waiting",
     Severity::info,
     {"追加を申請している外字", "Gaiji that were applied for"},
     {"文字図形名が付くまで置き換えません", "they are not replaced until they have a number"}},
    {unused,
     "unused",
     Severity::info,
     {"データに出てこない外字", "Gaiji that are not in the data"},
     {"対応は不要です", "there is nothing to do"}},
};

}  // namespace

std::span<const GaijiIssueName> gaiji_issues() {
    return names;
}

const GaijiIssueName& name_of(GaijiIssue issue) {
    const auto& name = names[static_cast<std::size_t>(issue)];
    assert(name.issue == issue);
    return name;
}

}  // namespace daicho
