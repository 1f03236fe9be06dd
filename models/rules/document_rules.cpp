#include "models/rules/families.hpp"

namespace daicho {

namespace {

// S: what XML says that columns do not.
const Rule table[] = {
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
