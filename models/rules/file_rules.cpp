#include "models/rules/families.hpp"

namespace daicho {

namespace {

// F: the file.
const Rule table[] = {
    {.id = {"F001"},
     .slug = "empty-file",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"ファイルが空", "The file is empty"},
     .message = {"ファイルにレコードが一つもありません。書き出しに失敗していないか確かめてください。",
                 "the file holds no record at all; check whether the export failed"},
     .why =
         {"空のファイルや見出しだけのファイルは、書き出しの失敗や取り違えであることがほとんどです。",
          "A file that is empty, or has a header only, is nearly always a failed export or the wrong file."},
     .fix = {"元のシステムから書き出し直してください。", "Export the file again from its source."}},
    {.id = {"F002"},
     .slug = "byte-order-mark",
     .severity = Severity::info,
     .blocks = Level::none,
     .hint = RuleHint::byte_order_mark,
     .title = {"先頭にBOMがある", "The file starts with a byte-order mark"},
     .message = {"ファイルの先頭にBOMがあります。Excelには必要ですが、読めないシステムもあります。",
                 "the file starts with a byte-order mark; Excel needs it, some systems stumble over it"},
     .why = {"BOMは文字コードの目印です。ExcelはUTF-"
             "8のCSVをBOMで見分けますが、先頭の見出しの一部と読み違えるシステムもあります。",
             "The mark tells the encoding. Excel recognises UTF-8 by it; other systems take it for a part of "
             "the first header."},
     .fix = {"渡す相手に合わせて、BOMを付けるか外して書き直します[（{option}）]。",
             "Write the file with or without the mark, as the receiver needs it[ ({option})]."}},
    {.id = {"F003"},
     .slug = "mixed-line-ends",
     .severity = Severity::info,
     .blocks = Level::none,
     .hint = RuleHint::line_ends,
     .title = {"改行が混ざっている", "Line ends are mixed"},
     .message = {"改行の種類が混ざっています[（{detail}）]。convert でそろえられます。",
                 "the lines do not all end alike[ ({detail})]; convert makes them the same"},
     .why =
         {"別々のシステムで作った部分を継ぎ合わせたしるしです。行の数え方がプログラムによって変わります。",
          "Parts from different systems were put together. Programs may disagree about the number of lines."},
     .fix = {"[{option} などで]そろえます。", "Make them the same[ with {option}]."}},
    {.id = {"F004"},
     .slug = "no-final-newline",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"最後の行が改行で終わらない", "The last line has no end"},
     .message = {"最後の行の終わりに改行がありません。途中で切れていないか確かめてください。",
                 "the last line does not end in a line end; check that the file was not cut off"},
     .why = {"多くは無害ですが、転送が途中で切れたファイルもこうなります。",
             "Mostly harmless, but a transfer that broke off looks the same."},
     .fix = {"最後のレコードが全部あれば、convert で書き直すと改行が付きます。",
             "If the last record is complete, convert writes the missing line end."}},
    {.id = {"F005"},
     .slug = "control-character",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"制御文字がある", "Control character in a cell"},
     .message = {"セルに目に見えない制御文字{detail}が入っています。取り除いてください。",
                 "the cell holds the invisible control character {detail}; take it out"},
     .why = {"制御文字は表示されず、ほかのシステムでは読み込みが止まる原因になります。",
             "Control characters are not shown, and make other systems stop reading."},
     .fix = {"元のデータで、その文字を取り除いてください。", "Take the character out at the source."}},
    {.id = {"F006"},
     .slug = "invalid-bytes",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .consequence = Consequence::unreadable,
     .title = {"文字として読めないバイト", "Bytes that are not valid characters"},
     .message = {"{detail}の文字として読めないバイト[（{value}）]"
                 "があります。元のデータから正しい文字を入れ直してください。",
                 "there are bytes[ ({value})] that are not valid characters of {detail}; put in the right "
                 "character from the source"},
     .why = {"文字コードの変換を誤ったか、別の文字コードの文字が混ざっています。元の文字はこのファイルからは"
             "分かりません。",
             "A conversion went wrong, or text of another encoding was put in. The file does not tell which "
             "character was meant."},
     .fix = {"元のデータから書き出し直すか、正しい文字に置き換えてください。",
             "Export again from the source, or put in the right character."}},
};

}  // namespace

std::span<const Rule> file_rules() {
    return table;
}

}  // namespace daicho
