#include "models/rules/families.hpp"

namespace daicho {

namespace {

// R: bodies of records and what the register of corporations says of them.
const Rule table[] = {
    {.id = {"R430"},
     .slug = "corporate-number-unknown",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"台帳にない法人番号", "Corporate number that nobody has"},
     .message =
         {"法人番号「{value}」の法人は、法人番号の台帳（{detail} 現在）にありません。"
          "番号を確かめてください。",
          "no body has the corporate number '{value}' in the register (as of {detail}); check the number"},
     .why = {"検査数字は合っていますが、この番号の法人はありません。別の番号を書き誤ったか、台帳より後に指定"
             "された番号です。全国の台帳を収めたときだけ調べます。",
             "The check digit fits, but there is no such body: another number was mistyped, or the number is "
             "younger than the register. This is asked only where the register of the whole country was "
             "loaded."},
     .fix =
         {"法人番号公表サイトか元の資料で番号を確かめてください。新しい法人なら、台帳を新しくしてください。",
          "Look the number up at its source. If the body is new, update the register."}},
    {.id = {"R431"},
     .slug = "corporate-number-not-in-prefecture",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"その都道府県の台帳にない法人番号", "Corporate number that no body of the prefecture has"},
     .message =
         {"法人番号「{value}」の法人は、住所のある都道府県の法人番号の台帳（{detail} 現在）にありません"
          "。番号と住所を確かめてください。",
          "no body has the corporate number '{value}' in the register of the prefecture of the address "
          "(as of {detail}); check the number and the address"},
     .why = {"台帳にはこの都道府県の法人がすべてありますが、この番号はありません。番号か住所の書き誤り、ほか"
             "の都道府県に登記のある法人、台帳より後に指定された番号のいずれかです。",
             "The register has all bodies of the prefecture, and not this number. The number or the address "
             "is wrong, the body is registered in another prefecture, or the number is younger than the "
             "register."},
     .fix = {"番号と登記の住所を確かめてください。全国の台帳があれば、どちらかが決まります。",
             "Check the number and the registered address; the register of the whole country would decide."}},
    {.id = {"R432"},
     .slug = "corporate-number-not-yet",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"まだ指定されていない法人番号", "Corporate number that was given later"},
     .message = {"法人番号「{value}」が指定されたのは{detail}で、調べる日（--as-of）より後です。",
                 "the corporate number '{value}' was given on {detail}, after the day that is asked about"},
     .why = {"--as-of で指定した日には、この番号はまだありませんでした。",
             "On the day that --as-of names there was no such number yet."},
     .fix = {"表の時点と番号を確かめてください。", "Check the day of the table, and the number."}},
    {.id = {"R433"},
     .slug = "corporation-closed",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"登記記録が閉鎖された法人", "Body whose record is closed"},
     .message =
         {"法人番号「{value}」の法人の登記記録は、閉鎖されています（{detail}）。"
          "今も続いている法人として扱ってよいかを確かめてください。",
          "the record of the body '{value}' is closed ({detail}); check whether it may still be treated "
          "as existing"},
     .why =
         {"清算が終わったか、登記官が記録を閉鎖しました。かっこの中は、閉鎖の日と事由です。閉鎖された法人"
          "が、後で復活することもあります。",
          "The body was liquidated, or the registrar closed its record. In brackets: day and cause. Closed "
          "records are revived now and then."},
     .fix = {"過去の事実の表（契約の記録など）ならそのままで構いません。今の表なら、行を終了とするか、番号の"
             "書き誤りを確かめてください。--as-of で、その日の時点で調べられます。",
             "In a table of past facts (contracts) it may stay. Else end the record, or check the number. "
             "--as-of asks about another day."}},
    {.id = {"R434"},
     .slug = "corporation-merged",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"合併などで引き継がれた法人", "Body that another took over"},
     .message =
         {"法人番号「{value}」の法人は、ほかの法人に引き継がれています（{detail}）。"
          "承継先の番号に改めるかを確かめてください。",
          "the body '{value}' was taken over ({detail}); check whether the number of its successor is to "
          "be given"},
     .why = {"かっこの中は、閉鎖の日と承継先です。承継先も引き継がれたときは、その先まで続けて示します。",
             "In brackets: the day, and the successor; where that one was taken over too, the chain to its "
             "end."},
     .fix =
         {"契約や許可が承継先に移ったことを確かめて、法人番号、商号、住所を改めてください。"
          "自動では直しません。",
          "Make sure that the contract or licence went over to the successor, then give its number, name and "
          "address. Nothing is mended by itself."}},
    {.id = {"R435"},
     .slug = "corporate-number-withdrawn",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"取り消された法人番号", "Corporate number that was withdrawn"},
     .message = {"法人番号「{value}」は取り消されています（{detail}）。正しい番号を確かめてください。",
                 "the corporate number '{value}' was withdrawn ({detail}); look up the right one"},
     .why = {"同じ法人に二つの番号が指定されたなどの理由で、取り消された番号です（処理区分 99）。ふたたび使わ"
             "れることはありません。かっこの中は、取消しが公表された日です。",
             "The number was given by mistake, as to a body that had one (process 99), and is never used "
             "again. In brackets: the day on which that was published."},
     .fix = {"法人番号公表サイトで、その法人の番号を名前と所在地から調べてください。",
             "Look the body up by name and address at the site of corporate numbers."}},
    {.id = {"R436"},
     .slug = "number-of-other-municipality",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"ほかの地方公共団体の法人番号", "Corporate number of another local body"},
     .message =
         {"法人番号「{value}」は、地方公共団体のものです。その団体コードと、この行の団体コードが違いま"
          "す（{detail}）。どちらが正しいかを確かめて直してください。",
          "the corporate number '{value}' is that of a local body whose code is not that of the record "
          "({detail}); check which is right and correct the other"},
     .why =
         {"都道府県・市区町村の法人番号は、検査数字、000020、6桁の全国地方公共団体コードの順に並んでいて、"
          "台帳がなくても分かります。かっこの中は、番号の中のコードと、この行のコードです。"
          "都道府県とその市区町村、政令指定都市とその区は、合うものとします。",
          "The corporate number of a prefecture or municipality is a check digit, 000020 and its code of 6 "
          "digits, so that this is known without a register. In brackets: the code in the number, and that "
          "of the record. A prefecture fits its municipalities, a designated city its wards."},
     .fix = {"番号かコードを直してください。役場がほかの市町村にある町村（竹富町、三島村、十島村）や、ほかの"
             "団体が運営する施設では、正しいこともあります。",
             "Correct the number or the code. Both are right where an office lies in another municipality "
             "(竹富町, 三島村, 十島村), or where another local body runs a facility."}},
    {.id = {"R437"},
     .slug = "invoice-number-of-other-body",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"法人番号と合わない登録番号", "Invoice number of another body"},
     .message =
         {"インボイスの登録番号「{value}」は、この行の法人[（登録番号は{detail}）]のものではありません。",
          "the invoice number '{value}' is not that of the body of the record[, which would be {detail}]"},
     .why = {"法人の登録番号（適格請求書発行事業者）は、T と法人番号です。T と別の13桁なら、ほかの法人か、"
             "法人番号を使わない個人事業者の番号です。",
             "The invoice number of a body is T and its corporate number. Other digits are those of another "
             "body, or of a sole trader, who has no corporate number."},
     .fix = {"登録番号と法人番号のどちらが正しいかを、国税庁の公表サイトで確かめてください。",
             "Look both numbers up at the sites of the National Tax Agency."}},
};

}  // namespace

std::span<const Rule> body_rules() {
    return table;
}

}  // namespace daicho
