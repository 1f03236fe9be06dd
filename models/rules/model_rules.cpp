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
     .message = {"列「{header}」はモデルにない独自の列です。そのまま残してかまいません。",
                 "the column '{header}' is not in the model; it may stay as an item of your own"},
     .why = {"GIFのモデルには独自の項目を加えられますが、ほかの団体には意味が伝わりません。",
             "Own items may be added to a GIF model, but others do not know what they mean."},
     .fix = {"モデルに同じ意味の項目があれば、その名前に直してください。",
             "Where the model has an item of that meaning, use its name."}},
    {.id = {"M601"},
     .slug = "misspelt-heading",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"見出しの書き誤りらしい", "Heading looks misspelt"},
     .message = {"見出し「{header}」は項目「{detail}」の書き誤りのようです。見出しを直してください。",
                 "the heading '{header}' looks like the item '{detail}', misspelt; mend the heading"},
     .why = {"見出しが項目の名前と違うと、その列は検査も変換もされません。",
             "A column whose heading is not the name of an item is neither checked nor transformed."},
     .fix = {"見出しを項目の名前に直してください。", "Give the column the name of the item."}},
    {.id = {"M602"},
     .slug = "ambiguous-heading",
     .severity = Severity::error,
     .blocks = Level::lv2,
     .title = {"列と項目の対応が決まらない", "Column and item do not pair up"},
     .message = {"列「{header}」に対応する項目が一つに決まりません[（{detail}）]"
                 "。見出しを項目の名前にしてください。",
                 "the column '{header}' does not pair up with one item[ ({detail})]; use the name of the "
                 "item as its heading"},
     .why = {"同じ項目に二つの列があるか、見出しが二つの項目を指しています。",
             "Two columns claim one item, or the heading names two items."},
     .fix = {"見出しを項目の名前にし、余分な列は別の名前にしてください。",
             "Use the name of the item for one column and other names for the rest."}},
    {.id = {"M603"},
     .slug = "bound-by-content",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"内容から項目を判断した", "Recognised by content"},
     .message =
         {"列[「{header}」]は内容から項目「{item}」と判断しました。見出しを項目の名前にすると確実です。",
          "the column[ '{header}'] was taken for the item {item} because of what it holds; the item's name "
          "as its heading would make it certain"},
     .why = {"見出しでは分からない列も、値の書式から項目が分かることがあります。",
             "Where the heading does not tell, the form of the values may."},
     .fix = {"判断が正しければ、見出しを項目の名前に直してください。",
             "If it is right, use the name of the item as the heading."}},
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
     .title = {"モデルの項目が一つもない", "No item of the model"},
     .message = {"どの列も、このモデル（{detail}"
                 "）の項目として読めません。見出しを確かめるか、別のモデルを指定してくださ"
                 "い。",
                 "no column is an item of this model ({detail}); check the headings or name another model"},
     .why = {"項目が一つも見つからないファイルには、水準を付けられません。",
             "A file without any item of the model has no level."},
     .fix =
         {"daicho profile で、どんな列があるかを見てください。見出しの行が違うときは --header-row "
          "で指定します。",
          "daicho profile shows the columns; --header-row names the heading where another row was taken."}},
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
     .title = {"見出しと中身が合わない", "Values that are not what the heading says"},
     .message = {"列「{header}」の値は、ほとんどが見出しの示す項目として読めません[（値は{detail}"
                 "のようです）]。列がずれて"
                 "いないか確かめてください。",
                 "hardly any value of the column '{header}' is what its heading says[ (they look like "
                 "{detail})]; check "
                 "whether the columns slid to the side"},
     .why = {"列が一つずれたり入れ替わったりした表では、見出しは正しくても値が別の項目になっています。",
             "Where columns slid by one or were exchanged, headings are right and values belong elsewhere."},
     .fix = {"元の表で、見出しと値の列がそろっているかを確かめてください。",
             "Check at the source that headings and values stand in the same columns."}},
};

}  // namespace

std::span<const Rule> model_rules() {
    return table;
}

}  // namespace daicho
