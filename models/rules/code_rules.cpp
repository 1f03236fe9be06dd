#include "models/rules/families.hpp"

namespace daicho {

namespace {

// K: codes.
const Rule table[] = {
    {.id = {"K300"},
     .slug = "unknown-code",
     .severity = Severity::error,
     .blocks = Level::lv2,
     .title = {"コード表にないコード", "Code that the list does not have"},
     .message = {"「{value}」はコード表[「{detail}」]にありません。",
                 "'{value}' is not in the code list[ {detail}]"},
     .why = {"コードは、決められた表のものだけが相手に通じます。",
             "Only codes of the agreed list are understood by the receiver."},
     .fix = {"コード表から選んでください。", "Choose one from the list."}},
    {.id = {"K301"},
     .slug = "unknown-area-code",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"存在しない市外局番", "Area code that does not exist"},
     .message = {"「{value}」は、市外局番の割当てにない番号です[（{detail}）]。番号を確かめてください。",
                 "no area code is assigned that '{value}' can have[ ({detail})]; check the number"},
     .why = {"総務省が割り当てていない番号には、電話がかかりません。",
             "Numbers that the ministry has not assigned cannot be called."},
     .fix = {"元の資料で電話番号を確かめてください。", "Look the number up at the source."}},
    {.id = {"K302"},
     .slug = "label-for-code",
     .severity = Severity::error,
     .blocks = Level::lv2,
     .consequence = Consequence::unreadable,
     .title = {"コードの代わりに名称", "Label where the code is asked"},
     .message = {"「{value}」はコードではなく名称です。", "'{value}' is a label, not a code"},
     .why = {"この項目はコードで書く決まりです。名称は表記が揺れます。",
             "The item is to be written as a code; labels vary."},
     .fix = {"名称に対応するコードを入れてください。transform が直します。",
             "Put in the code of that label; transform does it."}},
    {.id = {"K303"},
     .slug = "not-in-registry",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"一覧にないコード", "Code that is not in the list"},
     .message =
         {"「{value}」はコードの一覧にありません。誤記か、廃止された古いコードの可能性があります。",
          "'{value}' is not in the list of codes; it may be mistyped, or an old code that was abolished"},
     .why = {"検査用数字は合っていますが、コードの一覧に載っていないコードです。全国地方公共団体コードは、台"
             "帳ファイルがあればその一覧に、なければ内蔵の一覧（2024年1月1日時点）に照らします。一覧には過去"
             "に廃止されたものがないこともあるので、誤りとは限りません。",
             "The check digit is right, but the list does not have the code. Local government codes are "
             "looked up in the registry, or without one in the built-in list (as of 2024-01-01). A list may "
             "leave out what was abolished earlier, so this need not be wrong."},
     .fix = {"今のコードを確かめてください。合併前の団体なら、合併後のコードに直します。",
             "Look up the code of today; after a merger, use that of the new municipality."}},
    {.id = {"K304"},
     .slug = "ended-in-registry",
     .severity = Severity::warning,
     .blocks = Level::none,
     .hint = RuleHint::as_of,
     .title = {"廃止されたコード", "Code that was abolished"},
     .message = {"「{value}」は廃止されたコードです[（今のコード: {detail}）]。",
                 "'{value}' was abolished[ (now: {detail})]"},
     .why = {"合併や区の再編でなくなった団体のコードです。",
             "The municipality of this code was abolished in a merger or a change of wards."},
     .fix = {"データの時点が古いなら[ {option} "
             "で]その日を指定してください。そうでなければ今のコードに直します。",
             "Where the data speak of an earlier day, name it[ with {option}]; else use the code of today."}},
    {.id = {"K310"},
     .slug = "wrong-check-digit",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"検査用数字が合わない", "The check digit is wrong"},
     .message = {"「{value}」の検査用数字が合いません[。ほかの桁が正しければ、検査用数字は{detail}です]"
                 "。番号を元の資料で確かめてください。",
                 "the check digit of '{value}' is wrong[; it would be {detail} if all other digits are "
                 "right]; look the number up at its source"},
     .why = {"番号のどこかの桁が違っています。検査用数字は誤記を見つけるためのものです。",
             "One of the digits is wrong; the check digit is there to show it."},
     .fix = {"元の資料で番号を確かめて直してください。どの桁が違うかは分からないので、自動では直しません。",
             "Look the number up and correct it. Which digit is wrong cannot be known, so nothing is fixed "
             "automatically."}},
    {.id = {"K311"},
     .slug = "lost-leading-zero",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .consequence = Consequence::notation,
     .title = {"先頭の0が欠けている", "Leading zero missing"},
     .message = {"「{value}」は先頭の0が欠けています。", "'{value}' lacks its leading zero"},
     .why = {"表計算ソフトは、番号を数と読んで先頭の0を消します。",
             "Spreadsheets take codes for numbers and drop leading zeros."},
     .fix = {"先頭に0を補ってください。検査用数字などで証明できるものは transform "
             "が直します。表計算ソフトでは列を「文字列」にします。",
             "Put the leading zero back; transform does it where it can be proved. In the spreadsheet, "
             "format the column as text."}},
    {.id = {"K312"},
     .slug = "spreadsheet-damage",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"表計算ソフトで壊れた値", "Damaged by a spreadsheet"},
     .message = {"「{value}」は表計算ソフトで壊れた値です[（{detail}）]。元の値を入れ直してください。",
                 "'{value}' was damaged by a spreadsheet[ ({detail})]; put in the original value"},
     .why =
         {"「1.23E+12」「#N/A」「44000」のような値は、表計算ソフトが長い番号や式、日付を書き換えたものです。",
          "Values such as 1.23E+12, #N/A or 44000 are what spreadsheets make of long numbers, formulas and "
          "dates."},
     .fix = {"列を「文字列」にして、元の値を入れ直してください。",
             "Format the column as text and put in the original values."}},
    {.id = {"K313"},
     .slug = "missing-check-digit",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .consequence = Consequence::notation,
     .title = {"検査用数字がない", "The check digit is missing"},
     .message = {"「{value}」には検査用数字がありません。", "'{value}' lacks its check digit"},
     .why = {"全国地方公共団体コードは、5桁のコードに検査用数字1桁を加えた6桁です。",
             "Local government codes have six digits: five and a check digit."},
     .fix = {"検査用数字を加えてください。計算で決まるので transform が直します。",
             "Add the check digit; it is calculated, so transform does it."}},
    {.id = {"K314"},
     .slug = "unlike-corporate-number",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"法人番号ではない登録番号", "Invoice number that is not a corporate number"},
     .message = {"「{value}」の数字は、法人番号の検査用数字に合いません。個人事業者等の番号ならこのままで構い"
                 "ません。法人の番号なら、元の資料で確かめてください。",
                 "the digits of '{value}' do not have the check digit of a corporate number; right for sole "
                 "traders; look it up at its source if it is that of a corporation"},
     .why = {"法人の登録番号は T "
             "と法人番号です。個人事業者等の番号には法人番号と重ならない数字が使われ、検査用数字は公表されて"
             "いないので、誤記かどうかは番号だけでは分かりません。",
             "That of a corporation is T and its corporate number. Sole traders have other digits without a "
             "known check digit, so that a typing error cannot be told from the number alone."},
     .fix = {"法人の番号なら、法人番号と見比べて直してください。",
             "If it is that of a corporation, compare it with its corporate number."}},
};

}  // namespace

std::span<const Rule> code_rules() {
    return table;
}

}  // namespace daicho
