#include "models/rules/families.hpp"

namespace daicho {

namespace {

// M: the fit with the model.
const Rule table[] = {
    {.id = {"M600"},
     .slug = "own-column",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"モデルにない列", "Column that the model does not know"},
     .message = {"列「{header}」はモデルにない独自の列です。そのまま残して構いません。",
                 "the column '{header}' is not in the model; it may stay as an item of your own"},
     .why = {"GIFのモデルには独自の項目を加えられますが、ほかの団体には意味が伝わりません。",
             "Own items may be added to a GIF model, but others do not know what they mean."},
     .fix = {"モデルに同じ意味の項目があれば、その名前に直してください。",
             "Where the model has an item of that meaning, use its name."}},
    {.id = {"M601"},
     .slug = "misspelt-header",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"見出しの誤記の可能性", "Header looks misspelt"},
     .message = {"見出し「{header}」は項目「{detail}」の誤記の可能性があります。見出しを直してください。",
                 "the header '{header}' looks like the item '{detail}', misspelt; correct the header"},
     .why = {"見出しが項目の名前と違うと、その列は検査も変換もされません。",
             "A column whose header is not the name of an item is neither checked nor transformed."},
     .fix = {"見出しを項目の名前に直してください。", "Give the column the name of the item."}},
    {.id = {"M602"},
     .slug = "ambiguous-header",
     .severity = Severity::error,
     .blocks = Level::lv2,
     .title = {"列と項目の対応が決まらない", "Column and item do not pair up"},
     .message = {"列「{header}」が指す項目[「{detail}」]"
                 "には、ほかの列がもう対応しています。どちらかの列を別の見出しにしてください。",
                 "another column is already mapped to the item[ '{detail}'] that '{header}' names; give one "
                 "of the two another header"},
     .why = {"同じ項目に二つの列があると、どちらの値を使うか決められません。",
             "Where two columns claim one item, it is unclear which value counts."},
     .fix = {"見出しを項目の名前にし、余分な列は別の名前にしてください。",
             "Use the name of the item for one column and other names for the rest."}},
    {.id = {"M603"},
     .slug = "bound-by-content",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"内容から項目を判断した", "Recognised by content"},
     .message =
         {"列[「{header}」]は内容から項目「{detail}」と判断しました。見出しを項目の名前にすると確実です。",
          "the column[ '{header}'] was mapped to the item {item} because of its content; the item's name as "
          "its header would make it certain"},
     .why = {"見出しでは分からない列も、値の書式から項目が分かることがあります。",
             "Where the header does not tell, the form of the values may."},
     .fix = {"判断が正しければ、見出しを項目の名前に直してください。",
             "If it is right, use the name of the item as the header."}},
    {.id = {"M604"},
     .slug = "filled-from-another",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"ほかの列から補った", "Filled from another column"},
     .message = {"項目「{item}」を{detail}から補いました[: 「{value}」]。",
                 "the item {item} was filled from {detail}[: '{value}']"},
     .why = {"住所から都道府県が決まるように、ほかの列から確かに決まる値は補えます。",
             "Some values follow from other columns, as the prefecture from the address."},
     .fix = {"補った値が正しいか確かめてください。", "Check that the value is right."}},
    {.id = {"M605"},
     .slug = "nothing-bound",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .hint = RuleHint::header_row,
     .title = {"モデルの項目が一つもない", "No item of the model"},
     .message = {"どの列も、このモデル（{detail}"
                 "）の項目として読めません。見出しを確かめるか、別のモデルを指定してくださ"
                 "い。",
                 "no column is an item of this model ({detail}); check the headers or name another model"},
     .why = {"項目が一つも見つからないファイルには、水準を付けられません。",
             "A file without any item of the model has no level."},
     .fix = {"daicho profile で、どんな列があるかを見てください。見出しの行が違うときは["
             " {option} で]指定します。",
             "daicho profile shows the columns[; {option} names the header where another row was taken]."}},
    {.id = {"M606"},
     .slug = "closed-model",
     .severity = Severity::error,
     .blocks = Level::lv2,
     .title = {"許されない独自の列", "Own column where none is allowed"},
     .message = {"列「{header}」はこのモデルにありません。このモデルでは独自の列を足せません。",
                 "the model has no column '{header}', and allows no columns of one's own"},
     .why = {"配布様式の列が決まっているモデルでは、列が多いだけで読めないシステムがあります。",
             "Where the columns of a layout are fixed, some systems cannot read a file with one more."},
     .fix = {"列を削るか、備考など決められた項目に移してください。",
             "Leave the column out or move its content to an item of the model."}},
    {.id = {"M607"},
     .slug = "other-content",
     .severity = Severity::warning,
     .blocks = Level::none,
     .consequence = Consequence::unreadable,
     .title = {"見出しと中身が合わない", "Values that are not what the header says"},
     .message = {"列「{header}」の値は、ほとんどが見出しの示す項目として読めません[（値は{detail}"
                 "のようです）]。列がずれて"
                 "いないか確かめてください。",
                 "hardly any value of the column '{header}' is what its header says[ (they look like "
                 "{detail})]; check "
                 "whether the columns slid to the side"},
     .why = {"列が一つずれたり入れ替わったりした表では、見出しは正しくても値が別の項目になっています。",
             "Where columns slid by one or were exchanged, headers are right and values belong elsewhere."},
     .fix = {"元の表で、見出しと値の列がそろっているかを確かめてください。",
             "Check at the source that headers and values stand in the same columns."}},
    {.id = {"M608"},
     .slug = "mixed-union",
     .severity = Severity::error,
     .blocks = Level::lv2,
     .title = {"どちらか一方のはずの項目が混ざっている", "Items of two alternatives in one record"},
     .message = {"「{detail}」のうち一つだけを書いてください。一つのレコードに混ざっています。",
                 "one of {detail} is asked for, and the record has items of more than one"},
     .why = {"個人か法人かのように一方を選ぶ項目では、両方に値があると、どちらのことか決められません。",
             "Where one of several classes is chosen, as a person or a corporation, values of both leave "
             "open which "
             "is meant."},
     .fix = {"当てはまらないほうの値を消すか、レコードを分けてください。",
             "Remove the values of the one that does not apply, or write two records."}},
    {.id = {"M609"},
     .slug = "unused-part",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"どの項目にも入らなかった部分", "Unmapped part of a cell"},
     .message = {"「{value}」のうち「{detail}」は、どの項目にも入りませんでした。",
                 "'{detail}' of '{value}' is not mapped to any item"},
     .why = {"変換で使われなかった部分は、黙って捨てずに一覧に残します。",
             "What a transformation does not use is listed and never dropped in silence."},
     .fix = {"必要な部分なら、それを受け取る項目への行を変換に足してください。",
             "Where it is needed, add a line to the transformation that takes it to an item."}},
    {.id = {"M610"},
     .slug = "scale-changed",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"小数の桁を変えた", "Digits behind the point were dropped"},
     .message = {"「{value}」の小数の末尾の 0 を除きました。",
                 "the zeros at the end of '{value}' were dropped"},
     .why = {"42.50 と 42.5 は同じ数ですが、何桁まで測ったかの情報は失われます。",
             "42.50 and 42.5 are the same number, but how precisely it was measured is lost."},
     .fix = {"桁数に意味がある値なら、変換で without_scale を使わないでください。",
             "Where the digits mean something, do not use without_scale in the transformation."}},
    {.id = {"M611"},
     .slug = "joined-records-differ",
     .severity = Severity::error,
     .blocks = Level::lv2,
     .title = {"一つにまとめるレコードの値が食い違う", "Records that become one say different things"},
     .message = {"一つにまとめるレコードの先の値[（{detail}行目）]と異なるので、「{value}」は"
                 "どの項目にも入りませんでした。",
                 "'{value}' is not mapped to any item: another record that becomes the same one[, in line "
                 "{detail},] has another value, which was kept"},
     .why =
         {"複数のレコードを一つにするとき（pivot）、一つの欄に入る値は一つです。先に現れた値を残し、"
          "異なる値は黙って捨てずに一覧に残します。",
          "Where several records become one (pivot), a cell has room for one value. The first is kept, and "
          "another one is listed and never dropped in silence."},
     .fix =
         {"元の表でどちらが正しいかを確かめてください。レコードごとに異なってよい列なら、by に加えるか drop "
          "してください。",
          "Find out at the source which is right. A column that may differ from record to record is to be "
          "named behind 'by', or dropped."}},
    {.id = {"M612"},
     .slug = "unlisted-name",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"pivot に挙げられていない名前", "Name that a pivot does not list"},
     .message =
         {"名前[「{detail}」]が pivot に挙げられていないので、「{value}」はどの項目にも入りませんでした。",
          "'{value}' is not mapped to any item: pivot does not list its name[, '{detail}']"},
     .why =
         {"どの列の値になるかは、pivot "
          "に挙げた名前で決まります。ほかの名前の値は、黙って捨てずに一覧に残します。",
          "The names that a pivot lists say which column a value goes to. Values of other names are listed "
          "and never dropped in silence."},
     .fix =
         {"必要な値なら、その名前を変換の pivot に加えてください。不要なら、加えたうえで drop してください。",
          "Where the value is needed, add its name to the pivot of the transformation; where it is not, add "
          "it and drop it."}},
    {.id = {"M613"},
     .slug = "no-group",
     .severity = Severity::error,
     .blocks = Level::lv2,
     .title = {"まとめる列の値がないレコード", "Record without the values that make records one"},
     .message = {"レコードをまとめる列（「{header}」など）が空なので、ほかのレコードとまとめませんでした。",
                 "the columns by which records become one, as '{header}', are empty: the record stays "
                 "alone"},
     .why = {"どのレコードと同じものかが分からないので、まとめると別のものの値が混ざるおそれがあります。",
             "What it belongs to is not known, and values of different things would be mixed."},
     .fix = {"元の表で、まとめる列の値を補ってください。", "Fill the columns at the source."}},
    {.id = {"M614"},
     .slug = "filled-from-registry",
     .severity = Severity::info,
     .blocks = Level::none,
     .hint = RuleHint::addresses,
     .title = {"住所レジストリから補った", "Filled from the registry"},
     .message = {"住所「{value}」から、住所レジストリにある値を補いました。",
                 "filled with what the registry has for the address '{value}'"},
     .why = {"住所が住所レジストリの一つの場所に定まるとき、コードや町字ID、座標などは住所レジストリから分か"
             "ります。",
             "Where an address is one place of the registry, its code, machiaza ID, coordinates and the like "
             "follow from it."},
     .fix = {"対応は不要です。[補わないときは {option} を付けます。]",
             "Nothing[; leave it out with {option}]."}},
    {.id = {"M615"},
     .slug = "number-filled-by-name",
     .severity = Severity::info,
     .blocks = Level::none,
     .hint = RuleHint::corporations,
     .title = {"法人番号を名称から補った", "Corporate number filled by the name"},
     .message = {"名称「{value}」の法人番号を補いました。", "filled with the corporate number of '{value}'"},
     .why =
         {"名称と所在地が一つの法人に定まるとき、法人番号は公表されています。名称だけで別の法人かもしれないと"
          "きや、"
          "同じ程度に合う法人がいくつかあるときは補いません。",
          "Where name and place are those of one corporation, its corporate number is published. It is not "
          "filled "
          "where another corporation of that name may be meant, or where several fit."},
     .fix = {"根拠（報告の note）を確かめてください。[補わないときは {option} "
             "を外します。]",
             "Look at the evidence (note in the report)[; leave {option} out to leave "
             "numbers empty]."}},
    {.id = {"M616"},
     .slug = "misplaced-part",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .consequence = Consequence::unreadable,
     .title = {"モデルと入れ子の形が違う", "Nested differently from the model"},
     .message =
         {"「{header}」の値は、モデルの項目「{detail}」と入れ子の形が違うため、どの項目にも入りません。",
          "the values of '{header}' belong to no item: they are nested differently from the item "
          "'{detail}' of the model"},
     .why = {"値が一つの項目に複数の値やオブジェクトがある、または入れ子の項目があるべきところに値だけがある"
             "と、受け取る"
             "側はどれを使えばよいか分かりません。",
             "Where several values or an object stand in the place of one value, or a value in the place of "
             "an object, a receiver does not know which to use."},
     .fix = {"値を一つにするか、モデルのとおりの入れ子に直してください。",
             "Write one value, or nest the values as the model does."}},
    {.id = {"M617"},
     .slug = "contradictory-model",
     .severity = Severity::error,
     .blocks = Level::none,
     .title = {"矛盾したモデル", "Model that contradicts itself"},
     .message = {"項目「{detail}」に書ける値がありません。", "no value can be one of '{detail}'"},
     .why =
         {"どのような値も許されない項目や、必須であり記入不可でもある項目があると、正しいレコードは一つも作れ"
          "ません。",
          "Where an item can have no value, or is asked for and forbidden at once, no record can be right."},
     .fix = {"モデルの範囲、コード一覧、必須パターンのどれが誤りかを確かめて直してください。",
             "Find out which is wrong, the limits, the code list or the required pattern, and correct the "
             "model."}},
    {.id = {"M618"},
     .slug = "reading-in-workbook",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"ブックに残るふりがな", "Reading that the workbook has"},
     .message =
         {"「{expected}」の値がありませんが、[「{value}」の]ふりがな[「{detail}」]がブックに残っています。",
          "'{expected}' is empty, but the workbook has the reading[ '{detail}'][ of '{value}']"},
     .why =
         {"Excel "
          "は入力に使った読みをセルに残します。変換のために別の読みで入力した語や、ほかから貼り付けた語では、"
          "正しい読みとは限りません。",
          "Excel keeps what was typed to get a word; that is not always how the word is read, for it may "
          "have "
          "been typed in another way, or guessed."},
     .fix = {"読みが正しいかを確かめて、カナの項目に入れてください。",
             "See whether the reading is right, then write it into its item."}},
    {.id = {"M619"},
     .slug = "equal-model",
     .severity = Severity::info,
     .blocks = Level::none,
     .hint = RuleHint::model,
     .title = {"ほかのモデルも同じだけ合う", "Another model fits as well"},
     .message = {"この表には「{detail}」も同じだけ合うので、見出しからはどちらのデータかが分かりません。",
                 "'{detail}' fits this table as well, so its headers do not tell which of them it is"},
     .why =
         {"項目がまったく同じモデルがあります（都道府県庁舎と市区町村庁舎など）。どちらのデータかは、"
          "表を作った人にしか分かりません。",
          "Some models have the very same items (prefectural and municipal offices). Which of them a table "
          "follows, only those know who made it."},
     .fix = {"[どのモデルかを {option} で指定してください。]指定しなければ、先にあるモデルで調べます。",
             "[{option} says which model is meant; ]otherwise the first of them is taken."}},
};

}  // namespace

std::span<const Rule> model_rules() {
    return table;
}

}  // namespace daicho
