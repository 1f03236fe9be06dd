#include "models/rules/families.hpp"

namespace daicho {

namespace {

// S: the structure of the table.
const Rule table[] = {
    {.id = {"S101"},
     .slug = "ragged-record",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"列の数が合わない", "Wrong number of cells"},
     .message =
         {"この行には{value}列ありますが、{detail}列のはずです。区切り文字や引用符の抜けを確かめてください。",
          "there are {value} cells where there should be {detail}; look for a missing delimiter or quotation "
          "mark"},
     .why = {"列がずれると、値が別の項目として読まれます。そのためこの行の値は検査しません。",
             "When cells shift, values are read as other items. The values of this record are not checked."},
     .fix = {"値の中のカンマや改行が引用符で囲まれているか確かめ、列の数をそろえてください。",
             "Check that commas and line ends inside values are quoted, and give the record as many cells as "
             "the header."}},
    {.id = {"S102"},
     .slug = "unclosed-quote",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"引用符が閉じていない", "Quotation mark is not closed"},
     .message = {"ここで始まる引用符「\"」が閉じられていません。閉じる引用符を補ってください。",
                 "the quotation mark that opens here is never closed; put in the closing one"},
     .why = {"閉じていない引用符のあとは、すべてが一つのセルに見えます。",
             "After an unclosed quotation mark everything looks like one cell."},
     .fix = {"セルの終わりに「\"」を補うか、値の中の「\"」を二つ重ねてください。",
             "Close it at the end of the cell, or double a quotation mark that belongs to the value."}},
    {.id = {"S103"},
     .slug = "stray-quote",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .consequence = Consequence::missing,
     .title = {"引用符の使い方が正しくない", "Quotation mark out of place"},
     .message = {"引用符「\"」がセルの途中にあります（{value}"
                 "）。値の一部なら「\"\"」と二つ重ね、セル全体を引用符で囲んでください。",
                 "a quotation mark stands inside the cell ({value}); if it belongs to the value, double it "
                 "and quote the whole cell"},
     .why = {"読み取り方がプログラムによって変わり、列がずれることがあります。",
             "Programs read such cells differently, and columns may shift."},
     .fix = {"convert で書き直すと、正しい引用符で書き出されます。読み取った値が正しいか確かめてください。",
             "convert writes the cell with right quotation marks; check that the value was read as meant."}},
    {.id = {"S104"},
     .slug = "duplicate-header",
     .severity = Severity::error,
     .blocks = Level::lv2,
     .consequence = Consequence::style,
     .title = {"見出しが重複している", "Header used twice"},
     .message = {"見出し「{value}」は{detail}列目と同じです。別の名前にしてください。",
                 "the header '{value}' is the same as that of column {detail}; give it another name"},
     .why = {"同じ見出しの列は、どちらが正しい値か決められません。",
             "Of two columns with one header it is unclear which holds the value."},
     .fix = {"内容に合う別の見出しを付けるか、余分な列を除いてください。",
             "Give the column a header of its own, or leave the column out."}},
    {.id = {"S105"},
     .slug = "blank-header",
     .severity = Severity::warning,
     .blocks = Level::none,
     .consequence = Consequence::style,
     .title = {"見出しが空", "Blank header"},
     .message = {"この列には見出しがありません。列の内容を表す見出しを付けてください。",
                 "the column has no header; give it one that says what it holds"},
     .why = {"見出しのない列は、受け取った人にもプログラムにも意味が分かりません。",
             "Neither people nor programs know what a column without a header means."},
     .fix = {"見出しを付けるか、不要な列なら除いてください。", "Give it a header, or leave the column out."}},
    {.id = {"S106"},
     .slug = "blank-record",
     .severity = Severity::info,
     .blocks = Level::none,
     .consequence = Consequence::style,
     .title = {"空の行", "Blank record"},
     .message = {"この行には値がありません。", "the record holds no text"},
     .why = {"空の行は数に入れず、検査もしません。", "Blank records are not counted and not checked."},
     .fix = {"不要なら除いてください。", "Take it out if it is not needed."}},
    {.id = {"S107"},
     .slug = "text-above-header",
     .severity = Severity::info,
     .blocks = Level::none,
     .consequence = Consequence::style,
     .title = {"見出しの上に行がある", "Lines above the header"},
     .message = {"見出しの上に{detail}行あります。表の一部ではないものとして読み飛ばしました。",
                 "{detail} lines stand above the header; they were not read as a part of the table"},
     .why = {"題名や注記の行は、人には親切ですが、ほかのプログラムは見出しと読み違えます。",
             "Titles and notes help people, but other programs take them for the header."},
     .fix = {"1行目が見出しになるよう、題名や注記は別の資料に移してください。見出しの行を間違えているときは "
             "--header-row で指定します。",
             "Move titles and notes elsewhere, so that the first line is the header. Where the wrong line "
             "was taken, name it with --header-row."}},
    {.id = {"S108"},
     .slug = "no-header",
     .severity = Severity::error,
     .blocks = Level::lv2,
     .consequence = Consequence::missing,
     .title = {"見出しがない", "No header"},
     .message = {"見出しの行が見つかりません。1行目に項目名を入れるか、--header-row で行を指定してください。",
                 "no header was found; put the names of the items into the first line, or name the line "
                 "with --header-row"},
     .why = {"見出しがないと、列の意味は内容から推し量るしかありません。",
             "Without a header the meaning of a column can only be guessed from what it holds."},
     .fix = {"1行目に項目名を入れてください。", "Put the names of the items into the first line."}},
    {.id = {"S109"},
     .slug = "skipped-lines",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"読み飛ばした行", "Lines that were skipped"},
     .message =
         {"壊れた引用符のため、{detail}"
          "行目を読み飛ばしました。この部分は検査していません。引用符を直してから、もう一度実行してく"
          "ださい。",
          "lines {detail} were skipped because of a broken quotation mark and are not checked; correct "
          "it and run again"},
     .why = {"引用符が壊れた場所から次の正しいレコードまでは、どこが区切りか決められません。",
             "Between a broken quotation mark and the next sane record the cells cannot be told apart."},
     .fix = {"壊れた引用符を直してから、もう一度検査してください。",
             "Mend the quotation mark and check again."}},
    {.id = {"S110"},
     .slug = "trailing-columns",
     .severity = Severity::info,
     .blocks = Level::none,
     .consequence = Consequence::style,
     .title = {"右端に空の列", "Empty columns at the end"},
     .message =
         {"右端に見出しも値もない列が{detail}列あります。不要なら除いてください。",
          "{detail} columns at the end have neither header nor text; take them out if they are not needed"},
     .why = {"表計算ソフトで右側のセルに触れると、空の列ができます。",
             "Spreadsheets write such columns when a cell on the right was once touched."},
     .fix = {"表計算ソフトで空の列を削除して保存し直してください。",
             "Delete the empty columns in the spreadsheet and save again."}},
    {.id = {"S111"},
     .slug = "odd-header",
     .severity = Severity::warning,
     .blocks = Level::none,
     .consequence = Consequence::notation,
     .title = {"見出しに見えない文字や余分な空白", "Unseen character or stray space in a header"},
     .message =
         {"見出し「{value}」に、目では分からない文字や余分な空白（{detail}）があります。取り除いてください。",
          "the header '{value}' has a character or space that nobody sees ({detail}); take it out"},
     .why = {"見た目が同じでも別の見出しになり、列を名前で探すプログラムが見つけられません。",
             "It looks like another header and is not the same: programs that look for the column miss it."},
     .fix = {"見出しを入力し直してください。濁点が分かれている（U+3099）ときはNFCに直します。",
             "Type the header again; where a mark stands apart (U+3099), bring the text into NFC."}},
};

}  // namespace

std::span<const Rule> structure_rules() {
    return table;
}

}  // namespace daicho
