#include "models/rules/families.hpp"

namespace daicho {

namespace {

// P: what a repository asks of its files (daicho.toml), and what is wrong with how it asks.
const Rule table[] = {
    {.id = {"P701"},
     .slug = "below-level",
     .severity = Severity::error,
     .title = {"準拠レベルが足りない", "Level of conformance too low"},
     .message =
         {"準拠レベル{expected}に達していません[（今は{value}）]。{expected}に必要な修正をしてください。",
          "the level of conformance {expected} is not reached[ (it is {value})]; fix what is needed for it"},
     .why = {"設定（min-level）が、このファイルに準拠レベルを求めています。",
             "The settings (min-level) ask for a level of this file."},
     .fix = {"報告の「修正が必要な箇所」を直してください。",
             "Fix what the report lists for the next level."}},
    {.id = {"P702"},
     .slug = "over-limit",
     .severity = Severity::error,
     .title = {"指摘が上限を超えている", "More findings than allowed"},
     .message =
         {"指摘（{value}）の数は{detail}で、上限の{expected}を超えています。上限まで減らしてください。",
          "there are {detail} findings of {value}, more than the {expected} that are allowed; fix some"},
     .why = {"設定（max）が、指摘の数か割合の上限を決めています。",
             "The settings (max) limit the number or share of findings."},
     .fix = {"新しく増えた指摘から直してください。", "Fix findings, the new ones first."}},
    {.id = {"P703"},
     .slug = "not-fresh",
     .severity = Severity::error,
     .title = {"データが古い", "Data out of date"},
     .message = {"[最も新しい日付は{value}です。]列「{header}」に{expected}"
                 "以降の日付が必要です。データを更新してください。",
                 "the column '{header}' needs a date of {expected} or later[; the newest is {value}]; update "
                 "the data"},
     .why = {"設定（fresh-column、fresh-days）が、更新の間隔を決めています。",
             "The settings (fresh-column, fresh-days) say how old the data may become."},
     .fix = {"新しいデータに差し替えるか、更新日の列を正しくしてください。",
             "Publish newer data, or correct the column of dates."}},
    {.id = {"P704"},
     .slug = "size-changed",
     .severity = Severity::error,
     .title = {"レコード数が大きく変わった", "Number of records changed too much"},
     .message =
         {"レコード数が{detail}から{value}になりました（許す増減は{expected}"
          "）。抜けや重複がないか確かめてください。",
          "the number of records went from {detail} to {value} (by at most {expected} is allowed); look for "
          "records that are lost or doubled"},
     .why = {"途中で切れたファイルや二重に書き出した表は、レコード数の変化で分かります。",
             "A file that was cut off, or written twice, shows in the number of its records."},
     .fix = {"正しい変化なら、daicho baseline create で基準を作り直してください。",
             "If the change is right, make the baseline again (daicho baseline create)."}},
    {.id = {"P705"},
     .slug = "column-gone",
     .severity = Severity::error,
     .title = {"必要な列がない", "Column missing"},
     .message = {"列「{value}」がありません。列を戻してください。",
                 "there is no column '{value}'; put it back"},
     .why = {"列がなくなると、データを使っているプログラムが止まります。",
             "Programs that use the data stop where a column disappears."},
     .fix = {"列名を変えたのなら元に戻し、やめた列なら設定（columns）か基準から除いてください。",
             "Take back the new name; if the column was given up, take it out of the settings (columns) or "
             "make the "
             "baseline again."}},
    {.id = {"P706"},
     .slug = "suppression-expired",
     .severity = Severity::warning,
     .title = {"抑制の期限が過ぎている", "Suppression expired"},
     .message =
         {"{value}の抑制は{expected}で期限が切れました[（理由: {detail}）]。直すか、期限を延ばしてください。",
          "the suppression of {value} ended on {expected}[ (reason: {detail})]; fix the data or extend it"},
     .why = {"抑制は、いつまでに直すかを決めて認めたものです。",
             "A suppression is granted until the data is fixed."},
     .fix = {"データを直してsuppressの項目を消すか、untilを延ばしてください。",
             "Fix the data and delete the entry, or extend its until."}},
    {.id = {"P707"},
     .slug = "suppression-unused",
     .severity = Severity::warning,
     .title = {"使われていない抑制", "Suppression without use"},
     .message = {"{value}の抑制に当てはまる指摘がありません[（理由: {detail}）]。この項目を消してください。",
                 "no finding meets the suppression of {value}[ (reason: {detail})]; delete the entry"},
     .why = {"不要になった抑制が残ると、次に起きた誤りを隠します。",
             "What is left over hides the next mistake."},
     .fix = {"daicho.tomlの該当するsuppressの項目を消してください。",
             "Delete that suppress entry in daicho.toml."}},
    {.id = {"P708"},
     .slug = "xsd-structure",
     .severity = Severity::error,
     .title = {"要素や属性がXSDと違う", "Elements are not as the XML schema has them"},
     .message =
         {"{value} "
          "の要素や属性がXSDの決まりと違います[（{detail}）]。[XSDでここに来るもの: "
          "{expected}。]名前、順序、回数をXSDに合わせてください。",
          "at {value} the elements or attributes are not as the schema has them[ ({detail})][, which has "
          "{expected} here]; give them the names, the order and the number that it asks for"},
     .why = {"XSDで検証するシステムは、このXMLを受け取りません。",
             "Systems that validate against the schema do not take this XML."},
     .fix = {"XSDにある名前の要素を、決められた順序と回数で書いてください。",
             "Write the elements that the schema has, in its order and number."}},
    {.id = {"P709"},
     .slug = "xsd-value",
     .severity = Severity::error,
     .title = {"値がXSDの型に合わない", "A value is not of the type of the XML schema"},
     .message =
         {"{value} の値[「{detail}」]がXSDの型[（{expected}）]に合いません。XSDにある形で書いてください。",
          "the value[ '{detail}'] at {value} is not of the type that the schema has[ ({expected})]; write it "
          "in that form"},
     .why = {"XSDで検証するシステムは、このXMLを受け取りません。",
             "Systems that validate against the schema do not take this XML."},
     .fix = {"値をXSDにある形（日付はYYYY-MM-DD、数値は半角など）に直してください。",
             "Write the value in the form of the schema (dates as YYYY-MM-DD, numbers in half width)."}},
};

}  // namespace

std::span<const Rule> policy_rules() {
    return table;
}

}  // namespace daicho
