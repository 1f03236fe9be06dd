#include "models/rules/families.hpp"

namespace daicho {

namespace {

// S: records of JSON and XML, and what these say that columns do not.
const Rule table[] = {
    {.id = {"S124"},
     .slug = "other-records",
     .severity = Severity::info,
     .blocks = Level::none,
     .consequence = Consequence::missing,
     .hint = RuleHint::records,
     .title = {"ほかの配列は読んでいない", "Other arrays of records were not read"},
     .message = {"「{value}」の配列を読みました。ほかの配列（{detail}）を読むには[ {option} で]指定します。",
                 "the array at '{value}' was read; name another[ with {option}] ({detail})"},
     .why = {"1つの文書に記録の配列がいくつもあると、どれがデータか分かりません。",
             "Where a document has several arrays of records, it does not say which one is the data."},
     .fix = {"公開するデータは、1つの文書に1つの配列にしてください。", "Publish one array in one document."}},
    {.id = {"S125"},
     .slug = "member-twice",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"同じ名前が1つの記録に二度ある", "A name comes twice in one record"},
     .message = {"この名前は1つの記録に二度あります（「{value}」と「{detail}」）。最初の値を読みました。",
                 "this name comes twice in the record ('{value}' and '{detail}'); the first value was read"},
     .why = {"どちらの値が使われるかは、読むプログラムによって違います（RFC 8259）。",
             "Which of the values is used depends on the program that reads them (RFC 8259)."},
     .fix = {"正しい方を残してください。値がいくつもあるなら配列にしてください。",
             "Keep the right one; where there are several values, make them an array."}},
    {.id = {"S126"},
     .slug = "number-too-long",
     .severity = Severity::warning,
     .blocks = Level::none,
     .consequence = Consequence::wrong_fact,
     .title = {"数として正確に読めない桁数", "A number of more digits than programs keep"},
     .message = {"「{value}」は、数として書かれた16桁以上の番号です。多くのプログラムは下の桁を失います。",
                 "'{value}' is written as a number of 16 digits or more; many programs lose its last digits"},
     .why = {"多くのプログラムは、2の53乗を超える整数を正確に読めません（RFC 8259）。",
             "Many programs do not keep integers beyond 2^53 exactly (RFC 8259)."},
     .fix = {"番号やコードは、引用符で囲んで文字列にしてください。",
             "Write numbers and codes as texts, in quotation marks."}},
    {.id = {"S127"},
     .slug = "members-left-out",
     .severity = Severity::info,
     .blocks = Level::none,
     .consequence = Consequence::style,
     .title = {"データではない部分", "Not part of the data"},
     .message = {"文書の形を表す部分（{detail}）は、列にしていません。",
                 "what tells how the document is made ({detail}) is not a column"},
     .why =
         {"GeoJSON、NGSI-LD、JSON-LD では、値のほかに、値の種類や語彙を示す部分があります。"
          "XML では、スキーマのための属性（xsi:）、注釈、処理命令がこれに当たります。",
          "GeoJSON, NGSI-LD and JSON-LD have parts that tell kinds and vocabularies beside the values, and "
          "XML has attributes for schemas (xsi:), comments and processing instructions."},
     .fix = {"そのままで構いません。", "Nothing needs to be done."}},
    {.id = {"S128"},
     .slug = "wrong-declaration",
     .severity = Severity::warning,
     .blocks = Level::none,
     .consequence = Consequence::unreadable,
     .title = {"XML宣言の文字コードが違う", "The XML declaration names a wrong encoding"},
     .message = {"XML宣言は「{value}」ですが、中身は UTF-8 です。UTF-8 として読みました。",
                 "the XML declaration says '{value}', but the bytes are UTF-8; it was read as UTF-8"},
     .why = {"宣言を信じるプログラムでは、文字化けするか、読めません。",
             "Programs that believe the declaration garble the text, or refuse it."},
     .fix = {"宣言を encoding=\"UTF-8\" に直してください。", "Write encoding=\"UTF-8\" in the declaration."}},
    {.id = {"S157"},
     .slug = "json-not-utf8",
     .severity = Severity::warning,
     .blocks = Level::none,
     .consequence = Consequence::unreadable,
     .title = {"UTF-8 ではない JSON", "JSON that is not UTF-8"},
     .message = {"この JSON の文字コードは {value} です。{value} として読みました。",
                 "this JSON is {value}; it was read as such"},
     .why = {"JSON は UTF-8 と決まっていて（RFC "
             "8259）、ほかの文字コードでは、ほとんどのプログラムが読めません。",
             "JSON is UTF-8 by definition (RFC 8259); most programs cannot read it in another encoding."},
     .fix = {"UTF-8 で保存し直してください。daicho convert でも書き直せます。",
             "Save it as UTF-8; daicho convert does that too."}},
    {.id = {"S129"},
     .slug = "beside-records",
     .severity = Severity::info,
     .blocks = Level::none,
     .consequence = Consequence::missing,
     .hint = RuleHint::records,
     .title = {"記録の外にある値", "Values beside the records"},
     .message = {"「{value}」を記録として読みました。その外にある値（{detail}）は読んでいません。文書全体が"
                 "1件の記録なら[ {option} / で]指定します。",
                 "the records at '{value}' were read; the values beside them ({detail}) were not; if the "
                 "document is one record, name it[ with {option} /]"},
     .why = {"件数や出典のように文書について述べる値は、記録の列にはなりません。"
             "記録の一部だった場合は、読まないと失われます。",
             "Values that speak of the document, such as a count or a source, are no column of its records; "
             "what was a part of a record is lost where it is not read."},
     .fix =
         {"文書についての値だけなら、そのままで構いません。ライセンスと出典は、カタログにも書いてください。",
          "Where they speak of the document, nothing needs to be done; give licence and source in the "
          "catalogue as well."}},
    {.id = {"S152"},
     .slug = "mixed-text",
     .severity = Severity::info,
     .consequence = Consequence::missing,
     .title = {"文の中の要素", "Elements within text"},
     .message =
         {"文と要素が混ざっている要素（{detail}）は、文と要素を別々の列にしました。並び順は列に残りません。",
          "of elements with both text and elements ({detail}), text and elements are columns of their own; "
          "their order is not kept"},
     .why = {"文の途中に要素があると、前後の文をつないだだけでは元の文になりません。",
             "Where an element stands in the middle of a sentence, the parts of the text alone are not the "
             "sentence."},
     .fix = {"値ごとに要素を分け、文の中に要素を置かないでください。そのままの文が必要なら、元のXMLから読んで"
             "ください。",
             "Give each value an element of its own; where the sentence is needed, read it from the XML."}},
    {.id = {"S153"},
     .slug = "several-namespaces",
     .severity = Severity::info,
     .consequence = Consequence::notation,
     .title = {"名前空間だけが違う名前", "One name in several namespaces"},
     .message =
         {"名前空間だけが違う要素や属性（{detail}）を、同じ名前として読みました。列は現れた順に並びます。",
          "elements or attributes that differ in their namespace alone ({detail}) were read as of one name, "
          "in the order in which they stand"},
     .why = {"列の名前には名前空間がありません。1件の中で並び順が変わると、別の語彙の値が同じ列に入ります。",
             "Names of columns have no namespace. Where their order changes from record to record, values of "
             "several vocabularies stand in one column."},
     .fix = {"列の値が混ざっていないか確かめ、混ざるときは名前を変えてください。",
             "See whether values are mixed in a column, and give them different names if they are."}},
    {.id = {"S154"},
     .slug = "several-patterns",
     .severity = Severity::info,
     .consequence = Consequence::notation,
     .title = {"必須パターンの混在", "Several required patterns"},
     .message =
         {"同じ項目が複数の必須パターン（{detail}）で書かれています。パターンの名前は列に残らず、記入された"
          "値から判断します。",
          "an item is written in several required patterns ({detail}); columns do not keep their names, the "
          "values that are there tell the pattern"},
     .why = {"GIFのXMLでは、要素名の _MPnn が記入した必須パターンを示します。",
             "In the XML of GIF the ending _MPnn of an element names the required pattern that it follows."},
     .fix = {"意図した混在ならそのままで構いません。そうでなければ、1つのパターンにそろえてください。",
             "Where it is meant, nothing needs to be done; else write all records in one pattern."}},
};

}  // namespace

std::span<const Rule> document_rules() {
    return table;
}

}  // namespace daicho
