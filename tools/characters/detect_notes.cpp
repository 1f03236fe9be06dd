#include "tools/characters/detect_notes.hpp"

#include <algorithm>

namespace daicho {

namespace {

/// The line ends that are not the most common ones.
Occurrences odd_line_ends(const TextSurvey& survey) {
    const Occurrences* kinds[] = {&survey.lf, &survey.crlf, &survey.cr};
    const Occurrences* most = *std::ranges::max_element(kinds, {}, &Occurrences::count);
    Occurrences odd;
    for (const Occurrences* kind : kinds) {
        if (kind == most || kind->count == 0) continue;
        odd.first_line = odd.count == 0 ? kind->first_line : std::min(odd.first_line, kind->first_line);
        odd.count += kind->count;
    }
    return odd;
}

}  // namespace

std::vector<DetectNote> detect_notes(const TextSurvey& survey) {
    const Occurrences end = survey.sub_at_end && survey.sub.count == 1 ? survey.sub : Occurrences{};
    const DetectNote all[] = {
        {"mixed-line-ends", {"改行が混在しています", "line ends are mixed"}, odd_line_ends(survey)},
        {"byte-order-mark-doubled",
         {"先頭のBOMが重なっています。1つだけ残してください", "the byte-order mark stands twice; keep one"},
         survey.doubled_mark ? Occurrences{1, 1} : Occurrences{}},
        {"byte-order-mark-inside",
         {"途中にBOM（U+FEFF）があります。ファイルをつなげた跡です。取り除いてください",
          "byte-order marks (U+FEFF) inside, as where files were joined; remove them"},
         survey.doubled_mark && survey.inner_marks.count == 1 ? Occurrences{} : survey.inner_marks},
        {"nul",
         {"NUL（U+0000）があります。取り除いてください", "there are NUL characters (U+0000); remove them"},
         survey.nul},
        {"end-of-file-mark",
         {"末尾に古いファイル終端（0x1A）があります。取り除いて構いません",
          "an old end-of-file mark (0x1A) at the end; it can go"},
         end},
        {"control-1a",
         {"制御文字 0x1A があります。そこで読むのをやめるプログラムがあります",
          "there are control characters 0x1A; some programs stop reading there"},
         end.count != 0 ? Occurrences{} : survey.sub},
        {"private-use",
         {"外字（私用領域の文字）があります。ほかのシステムでは読めません",
          "there are gaiji (private-use characters), which other systems cannot read"},
         survey.private_use},
        {"replacement-character",
         {"U+FFFD があります。以前の変換で文字が失われています",
          "there is U+FFFD: characters were lost in an earlier conversion"},
         survey.replacements},
        {"second-code",
         {"同じ文字の別のコード（NEC選定IBM拡張文字など）があります。書き戻すとバイトが変わります",
          "there are second codes of characters (NEC-selected IBM extensions ...); written again the bytes "
          "change"},
         survey.second_codes},
        {"disputed-characters",
         {"～∥－￠￡￢― のどれかがあります。CP932-JIS として読むと 〜‖−¢£¬— "
          "になります。どちらのつもりだったかはバイトからは分かりません",
          "some of ～∥－￠￡￢― occur, which CP932-JIS reads as 〜‖−¢£¬—; the bytes do not tell which was "
          "meant"},
         survey.disputed},
    };
    std::vector<DetectNote> notes;
    for (const DetectNote& note : all) {
        if (note.where.count != 0) notes.push_back(note);
    }
    return notes;
}

}  // namespace daicho
