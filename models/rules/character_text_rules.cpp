#include "models/rules/families.hpp"

namespace daicho {

namespace {

// C: characters of any text, whatever kind of value it is. {detail} lists the characters with their codes,
// their places in the standards and, behind an arrow, what may be written instead.
const Rule table[] = {
    {.id = {"C214"},
     .slug = "lost-character",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .consequence = Consequence::wrong_fact,
     .title = {"失われた文字", "Lost character"},
     .message = {"「{value}」に、文字が失われた跡があります[（{detail}）]。元の資料で確かめてください。",
                 "a character was lost in '{value}'[ ({detail})]; look it up where the data came from"},
     .why =
         {"U+FFFD や非文字は、前の変換で読めなかった文字の跡です。何であったかは、もう分かりません。",
          "U+FFFD and noncharacters are what an earlier conversion left of a character it could not read."},
     .fix = {"元の資料を見て文字を入れ直してください。",
             "Look at the original and write the character again."}},
    {.id = {"C215"},
     .slug = "unassigned-character",
     .severity = Severity::warning,
     .title = {"割り当てのない符号位置", "Unassigned code point"},
     .message = {"「{value}」に、Unicode 15 で文字が割り当てられていない符号があります[（{detail}）]。",
                 "'{value}' has a code that is not a character in Unicode 15[ ({detail})]"},
     .why = {"ほかの機械では表示も検索もできません。Unicode 15 より後に加わった文字のこともあります。",
             "Other machines can neither show nor find it. It may be younger than Unicode 15."},
     .fix = {"正しい文字に直してください。", "Write the character that is meant."}},
    {.id = {"C216"},
     .slug = "private-use-character",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"外字（私用領域の文字）", "Private use character (gaiji)"},
     .message = {"「{value}」に外字があります[（{detail}）]。標準の文字に置き換えてください。",
                 "'{value}' has a private use character[ ({detail})]; write a standard one"},
     .why = {"外字は作った機械でしか読めません。GIF "
             "は通常の項目に外字を入れず、戸籍氏名や登記名の項目に分けます。",
             "Only the machine that defined it can read it. GIF keeps gaiji out of ordinary items: the "
             "registered name has an item of its own."},
     .fix = {"外字の表で標準の文字（MJ、GJ の番号）を確かめ、代わりの文字を書いてください。",
             "Find out by your table of gaiji which character it is (its MJ or GJ number) and write that."}},
    {.id = {"C217"},
     .slug = "invisible-character",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"見えない文字", "Invisible character"},
     .message = {"「{value}」に見えない文字があります[（{detail}）]。取り除いてください。",
                 "'{value}' has an invisible character[ ({detail})]; take it out"},
     .why = {"幅のない文字や書字方向の制御文字があると、同じに見える値が一致しません。",
             "Because of a zero-width or direction character, values that look equal do not match."},
     .fix = {"取り除いてください。意味が変わらないところは transform が取り除きます。",
             "Take it out; transform does so where the meaning cannot change."}},
    {.id = {"C218"},
     .slug = "odd-space",
     .severity = Severity::warning,
     .title = {"特殊な空白", "Unusual space"},
     .message = {"「{value}」に特殊な空白があります[（{detail}）]。ふつうの空白にしてください。",
                 "'{value}' has an unusual space[ ({detail})]; write a plain one"},
     .why = {"ウェブページから写した空白（U+00A0 など）は、ふつうの空白と一致しません。",
             "A space copied from a web page (U+00A0 …) does not match a plain one."},
     .fix = {"半角または全角の空白に直してください。transform が半角空白にします。",
             "Write a plain space; transform does."}},
    {.id = {"C219"},
     .slug = "stand-in-character",
     .severity = Severity::warning,
     .title = {"文字の代わりの記号", "Mark that stands for a character"},
     .message =
         {"「{value}」の[{detail}]は、表せなかった文字の代わりのようです。元の資料で確かめてください。",
          "[{detail} ]in '{value}' seems to stand for a character that could not be written; look it up"},
     .why = {"〓 □ ● ＿ や続いた ? は、変換で失われた文字や伏せ字に使われます。",
             "〓, □, ●, ＿ and runs of ? are written for characters that were lost or withheld."},
     .fix = {"元の文字が分かれば書き直してください。伏せ字であれば、そのままで構いません。",
             "Write the character if it can be found out. Leave it where it is withheld on purpose."}},
    {.id = {"C220"},
     .slug = "outside-repertoire",
     .severity = Severity::warning,
     .title = {"文字集合にない文字", "Character outside the repertoire"},
     .message =
         {"「{value}」に、[{expected}]にない文字があります[: {detail}]。受け取る側で化けることがあるので、"
          "ほかの文字で書けないか確かめてください。",
          "'{value}' has characters that are not in [{expected}][: {detail}]; they may be lost where it "
          "arrives, so see whether others will do"},
     .why = {"GIF のデータ項目は JIS X 0213 "
             "の文字で書き、ほかの文字を使うには影響の検討が要ります。ここにない文字は、"
             "受け取る側で化けたり失われたりします。準拠レベルは妨げません。",
             "GIF writes its items in JIS X 0213 and asks for a study before other characters are used: they "
             "can be lost where the data arrive. No level is blocked."},
     .fix = {"代わりの文字を書き、元の文字は戸籍氏名・登記名などの項目に残してください。候補は daicho "
             "characters shrink が示します。",
             "Write a substitute, and keep the original in an item for registered names; daicho characters "
             "shrink "
             "shows candidates."}},
    {.id = {"C221"},
     .slug = "stray-selector",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"余分な異体字セレクタ", "Stray variation selector"},
     .message = {"「{value}」に、何も選ばない異体字セレクタがあります[（{detail}）]。取り除いてください。",
                 "'{value}' has a variation selector that selects nothing[ ({detail})]; take it out"},
     .why =
         {"セレクタは漢字のすぐ後に一つだけ付きます。余分なものは見えず、検索や住所の照合を妨げます。",
          "One selector may follow an ideograph. A stray one is not seen, and keeps values from matching."},
     .fix = {"取り除いてください。transform が安全に取り除きます。",
             "Take it out; transform does it safely."}},
    {.id = {"C222"},
     .slug = "unregistered-variation",
     .severity = Severity::warning,
     .title = {"登録のない異体字", "Variation that is not registered"},
     .message = {"「{value}」に、登録されていない異体字の指定があります[（{detail}）]。",
                 "'{value}' has a variation sequence that is not registered[ ({detail})]"},
     .why = {"IVD に登録のない組は、どの字形のことか決まっていません。",
             "What is not in the IVD has no shape that everybody agrees on."},
     .fix = {"MJ文字情報一覧表などで正しい組を確かめるか、セレクタを除いてください。",
             "Find the sequence that is meant, in the MJ list for instance, or leave the selector out."}},
    {.id = {"C223"},
     .slug = "redundant-selector",
     .severity = Severity::info,
     .title = {"なくても同じ異体字セレクタ", "Selector that changes nothing"},
     .message = {"「{value}」に、なくても字形が変わらない異体字セレクタがあります[（{detail}）]。",
                 "'{value}' has a variation selector without which the shape is the same[ ({detail})]"},
     .why =
         {"MJ では、セレクタのない文字と同じ字形です。セレクタがあると、同じ文字が一致しません。",
          "By MJ it is the shape of the character alone; with the selector equal characters do not match."},
     .fix = {"取り除けます。transform が安全に取り除きます。", "Take it out; transform does it safely."}},
    {.id = {"C224"},
     .slug = "decomposed-character",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"分解された文字", "Decomposed character"},
     .message =
         {"「{value}」に、二つの符号に分かれた文字があります[（{detail}）]。一つの文字で書いてください。",
          "'{value}' has a character in two codes[ ({detail})]; write it as one"},
     .why = {"か と合成用濁点（U+3099）は が と同じに見えますが、一致しません。macOS "
             "のファイル名などから混ざります。",
             "か with a combining mark (U+3099) looks like が and does not match it. It comes from file "
             "names of "
             "macOS."},
     .fix = {"NFC の一文字で書いてください。transform が安全に直します。",
             "Write the one character of NFC; transform does it safely."}},
    {.id = {"C225"},
     .slug = "nfc-unstable-character",
     .severity = Severity::info,
     .title = {"正規化で字形が変わる文字", "Character that normalisation changes"},
     .message = {"「{value}」に、NFC の正規化で別の字形になる漢字があります[（{detail}）]。",
                 "'{value}' has an ideograph that NFC replaces[ ({detail})]"},
     .why = {"互換漢字は JIS X 0213 の文字ですが、多くのプログラムが行う NFC で字形の違いが失われます。",
             "Compatibility ideographs are in JIS X 0213, but NFC, which many programs apply, loses their "
             "shape."},
     .fix = {"このままでも誤りではありません。字形を守るには、標準化された異体字（基底文字とセレクタ）で書き"
             "ます。",
             "It is not an error. The standardised variant (base and selector) keeps the shape."}},
    {.id = {"C226"},
     .slug = "duplicate-character",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"重複して符号化された文字", "Duplicate of another character"},
     .message = {"「{value}」に、ふつうの文字と同じ形で符号の違う文字があります[（{detail}）]。",
                 "'{value}' has a character that looks like a common one under another code[ ({detail})]"},
     .why = {"韓国の規格との互換のために二重に置かれた漢字などです。日本の規格にはなく、検索で一致しません。",
             "It was encoded twice for a Korean standard and the like; no standard of Japan has it, and "
             "searches "
             "do not find it."},
     .fix = {"ふつうの文字で書いてください。transform が安全に直します。",
             "Write the common character; transform does it safely."}},
    {.id = {"C227"},
     .slug = "spacing-sound-mark",
     .severity = Severity::warning,
     .title = {"離れた濁点・半濁点", "Sound mark beside its letter"},
     .message = {"「{value}」に、かなから離れた濁点や半濁点があります[（{detail}）]。",
                 "'{value}' has a sound mark that stands beside its letter[ ({detail})]"},
     .why = {"か゛ は が と一致しません。", "か゛ does not match が."},
     .fix = {"一文字で書いてください。", "Write the letter and its mark as one character."}},
    {.id = {"C228"},
     .slug = "mixed-pair",
     .severity = Severity::warning,
     .title = {"同じ記号の二つの符号が混ざっている", "Two codes for one mark in one file"},
     .message =
         {"同じ記号が二つの符号で書かれています[（{detail}。かっこの中は最初にある行）]。どちらかにそろえ"
          "てください。",
          "one mark is written with two codes[ ({detail}; in brackets the first line)]; choose one of "
          "them"},
     .why = {"〜 と ～、－ と − "
             "などは、変換の方式によってどちらにもなります。片方だけなら問題ありませんが、混ざると一致しませ"
             "ん。",
             "〜 and ～, － and − and others come from one code of Shift_JIS by different tables. Either "
             "will do, "
             "both do not match."},
     .fix = {"ファイルの中で、どちらか一方にそろえてください。", "Keep to one of them in a file."}},
    {.id = {"C229"},
     .slug = "mark-between-digits",
     .severity = Severity::warning,
     .title = {"数字の間の紛らわしい記号", "Look-alike of a hyphen between digits"},
     .message = {"「{value}」の数字の間に、ハイフンではない記号があります[（{detail}）]。",
                 "'{value}' has a mark between digits that is not a hyphen[ ({detail})]"},
     .why = {"番地や番号の間の長音記号や罫線は、ハイフンと一致しません。",
             "A long-vowel mark or a ruled line between numbers does not match a hyphen."},
     .fix = {"半角のハイフン（-）で書いてください。", "Write a hyphen (-)."}},
    {.id = {"C230"},
     .slug = "radical",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"漢字に見える部首", "Radical that looks like a character"},
     .message = {"「{value}」に、漢字ではなく部首の文字があります[（{detail}）]。漢字で書いてください。",
                 "'{value}' has radicals where characters are meant[ ({detail})]; write the characters"},
     .why =
         {"PDF から写した文字に混ざります。漢字と同じに見えますが、検索で一致しません。",
          "They come with text copied from PDF files, look like characters and are not found by searches."},
     .fix = {"漢字に直してください。康熙部首は transform が安全に直します。",
             "Write the character; transform replaces Kangxi radicals safely."}},
    {.id = {"C231"},
     .slug = "look-alike",
     .severity = Severity::warning,
     .title = {"形の似た別の文字", "Look-alike of another script"},
     .message = {"「{value}」の文字は、形の似た別の文字のようです[（{detail}）]。",
                 "'{value}' seems to have a look-alike of another character[ ({detail})]"},
     .why = {"カタカナの語の漢字（コ一ヒー の 一、センタ一 の 一、卜ヨタ の 卜）、漢字の語のカタカナ（ニ丁目 "
             "の ニ、ロ径 の "
             "ロ）、カタカナの間のハイフン（サ-ビス）、ラテン文字に似たキリル文字・ギリシャ文字（АED の "
             "А）は、打ち間違いか文字認識の誤りです。",
             "A kanji in a word of katakana (一 in コ一ヒー and センタ一, 卜 in 卜ヨタ), a katakana in a "
             "word of kanji (ニ in ニ丁目, "
             "ロ in ロ径), a hyphen between katakana (サ-ビス) and a Cyrillic or Greek letter in place of a "
             "Latin one (А in "
             "АED) are typing errors or mistakes of character recognition."},
     .fix = {"前後を見て、正しい文字に直してください。", "Write the character that is meant."}},
    {.id = {"C232"},
     .slug = "machine-dependent",
     .severity = Severity::info,
     .title = {"機種依存文字", "Machine-dependent character"},
     .message = {"「{value}」に機種依存文字があります[（{detail}）]。",
                 "'{value}' has machine-dependent characters[ ({detail})]"},
     .why = {"丸数字や組文字などは JIS X 0208 になく、古いシステムで化けます。",
             "Enclosed and squared characters are not in JIS X 0208 and break in older systems."},
     .fix = {"名前や住所では、ふつうの文字で書いてください。",
             "Write plain characters in names and addresses."}},
    {.id = {"C233"},
     .slug = "other-width",
     .severity = Severity::warning,
     .title = {"全角と半角の違い", "Full width for half width, or the reverse"},
     .message = {"「{value}」に、ここで使う幅でない文字があります[（{detail}）]。",
                 "'{value}' has characters of the width that is not used here[ ({detail})]"},
     .why = {"番号や番地は半角数字、法人名の英字は全角というように、項目ごとに幅が決まっています。",
             "Numbers are written in half width, the letters of a corporate name in full width."},
     .fix = {"決められた幅で書いてください。", "Write it in the width asked for."}},
    {.id = {"C234"},
     .slug = "mojibake",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .consequence = Consequence::wrong_fact,
     .title = {"文字化け", "Garbled text"},
     .message = {"「{value}」は、別の文字コードとして読まれた跡のようです。",
                 "'{value}' seems to have been read in the wrong encoding"},
     .why = {"正しい文字コードで読み直すと、意味の通る日本語になります。",
             "Read in the right encoding it is Japanese that makes sense."},
     .fix = {"元のファイルを正しい文字コードで開き直すか、daicho characters repair で直してください。",
             "Open the original in the right encoding, or repair it by daicho characters repair."}},
    {.id = {"C235"},
     .slug = "changed-shape",
     .severity = Severity::info,
     .title = {"2004年に字形が変わった漢字", "Kanji whose shape changed in 2004"},
     .message = {"「{value}」に、機器によって違う字形で表示される漢字があります[（{detail}）]。",
                 "'{value}' has kanji that systems show in different shapes[ ({detail})]"},
     .why = {"JIS X 0213:2004 は辻、葛、飴など168字の例示字形を変えました。符号は同じままなので、それより前の"
             "フォントと後のフォントでは、同じデータが違う字形で表示・印刷されます。",
             "JIS X 0213:2004 changed the example shapes of 168 kanji (辻, 葛, 飴 ...). The codes are the "
             "same, so fonts of before and after show and print the same data in different shapes."},
     .fix = {"誤りではありません。字形まで決めておく必要がある名は、異体字シーケンスで書いてください。",
             "It is not an error. Where the shape matters, write a variation sequence."}},
};

}  // namespace

std::span<const Rule> character_text_rules() {
    return table;
}

}  // namespace daicho
