#include "models/rules/families.hpp"

namespace daicho {

namespace {

// R: corporations of records and what the register of corporations says of them.
const Rule table[] = {
    {.id = {"R430"},
     .slug = "corporate-number-unknown",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"法人番号公表サイトにない法人番号", "Unknown corporate number"},
     .message = {"法人番号「{value}」の法人は、法人番号公表サイトの公表内容（{detail} "
                 "現在）にありません。番号を確かめてください。",
                 "no corporation has the corporate number '{value}' in the register (as of {detail}); check "
                 "the number"},
     .why = {"検査用数字は合っていますが、この番号の法人はありません。番号の誤記か、収めた公表内容より後に指"
             "定された番号です。全国の公表内容を台帳ファイルに収めたときだけ調べます。",
             "The check digit is right, but there is no such corporation: another number was mistyped, or "
             "the number is younger than the register. This is asked only where the register of the whole "
             "country was loaded."},
     .fix = {"法人番号公表サイトか元の資料で番号を確かめてください。新しい法人なら、台帳ファイルを新しくして"
             "ください。",
             "Look the number up at its source. If the corporation is new, update the register."}},
    {.id = {"R431"},
     .slug = "corporate-number-not-in-prefecture",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"その都道府県の法人として公表されていない法人番号",
               "Corporate number unknown in the prefecture"},
     .message = {"法人番号「{value}」の法人は、住所のある都道府県の法人番号公表サイトの公表内容（{detail} "
                 "現在）にありません。番号と住所を確かめてください。",
                 "no corporation has the corporate number '{value}' in the register of the prefecture of the "
                 "address "
                 "(as of {detail}); check the number and the address"},
     .why =
         {"公表内容にはこの都道府県の法人がすべてありますが、この番号はありません。番号か住所の誤記、ほかの都"
          "道府県に登記のある法人、収めた公表内容より後に指定された番号のいずれかです。",
          "The register has all corporations of the prefecture, and not this number. The number or the "
          "address "
          "is wrong, the corporation is registered in another prefecture, or the number is younger than the "
          "register."},
     .fix = {"番号と登記の住所を確かめてください。全国の公表内容があれば、どちらかが決まります。",
             "Check the number and the registered address; the register of the whole country would decide."}},
    {.id = {"R432"},
     .slug = "corporate-number-not-yet",
     .severity = Severity::warning,
     .blocks = Level::none,
     .hint = RuleHint::as_of,
     .title = {"まだ指定されていない法人番号", "Corporate number that was given later"},
     .message = {"法人番号「{value}」が指定されたのは{detail}で、調べる日[（{option}）]より後です。",
                 "the corporate number '{value}' was given on {detail}, after the day that is asked about[ "
                 "({option})]"},
     .why = {"調べる日には、この番号はまだありませんでした。",
             "On the day that is asked about there was no such number yet."},
     .fix = {"表の時点と番号を確かめてください。", "Check the day of the table, and the number."}},
    {.id = {"R433"},
     .slug = "corporation-closed",
     .severity = Severity::warning,
     .blocks = Level::none,
     .hint = RuleHint::as_of,
     .title = {"登記記録が閉鎖された法人", "Closed corporation"},
     .message = {"法人番号「{value}」の法人の登記記録は、閉鎖されています（{detail}）。"
                 "今も続いている法人として扱ってよいかを確かめてください。",
                 "the record of the corporation '{value}' is closed ({detail}); check whether it may still "
                 "be treated "
                 "as existing"},
     .why = {"清算が終わったか、登記官が記録を閉鎖しました。かっこの中は、閉鎖の日と事由です。閉鎖された法人"
             "が、後で復活することもあります。",
             "The corporation was liquidated, or the registrar closed its record. In brackets: day and "
             "cause. Closed "
             "records are revived now and then."},
     .fix = {"過去の事実の表（契約の記録など）ならそのままで構いません。今の表なら、行を終了とするか、番号の"
             "誤記を確かめてください。[{option} で、その日の時点で調べられます。]",
             "In a table of past facts (contracts) it may stay. Else end the record, or check the number.["
             " {option} asks about another day.]"}},
    {.id = {"R434"},
     .slug = "corporation-merged",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"合併などで引き継がれた法人", "Corporation that another took over"},
     .message = {"法人番号「{value}」の法人は、ほかの法人に引き継がれています（{detail}）。"
                 "承継先の番号に改めるかを確かめてください。",
                 "the corporation '{value}' was taken over ({detail}); check whether the number of its "
                 "successor is to "
                 "be given"},
     .why = {"かっこの中は、閉鎖の日と承継先です。承継先も引き継がれたときは、その先まで続けて示します。",
             "In brackets: the day, and the successor; where that one was taken over too, the chain to its "
             "end."},
     .fix = {"契約や許可が承継先に移ったことを確かめて、法人番号、商号、住所を改めてください。"
             "自動では直しません。",
             "Make sure that the contract or licence went over to the successor, then give its number, name "
             "and address. Nothing is fixed automatically."}},
    {.id = {"R435"},
     .slug = "corporate-number-withdrawn",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"削除された法人番号（処理区分99）", "Corporate number that was withdrawn"},
     .message = {"法人番号「{value}」は削除されています（{detail}）。正しい番号を確かめてください。",
                 "the corporate number '{value}' was withdrawn ({detail}); look up the right one"},
     .why =
         {"同じ法人に二つの番号が指定されたなどの理由で、削除された番号です（処理区分 "
          "99）。ふたたび使われることはありません。かっこの中は、削除が公表された日です。",
          "The number was given by mistake, as to a corporation that had one (process 99), and is never used "
          "again. In brackets: the day on which that was published."},
     .fix = {"法人番号公表サイトで、その法人の番号を名前と所在地から調べてください。",
             "Look the corporation up by name and address at the site of corporate numbers."}},
    {.id = {"R436"},
     .slug = "number-of-other-municipality",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"ほかの地方公共団体の法人番号", "Corporate number of another local government"},
     .message = {"法人番号「{value}」は、地方公共団体のものです。その団体コードと、この行の団体コードが違いま"
                 "す（{detail}）。どちらが正しいかを確かめて直してください。",
                 "the corporate number '{value}' is that of a local government whose code is not that of "
                 "the record "
                 "({detail}); check which is right and correct the other"},
     .why =
         {"都道府県・市区町村の法人番号は、検査用数字、000020、6桁の全国地方公共団体コードの順に並んでいて、"
          "公表内容がなくても分かります。かっこの中は、番号の中のコードと、この行のコードです。都道府県とその"
          "市区町村、政令指定都市とその区は、合うものとします。",
          "The corporate number of a prefecture or municipality is a check digit, 000020 and its code of 6 "
          "digits, so that this is known without a register. In brackets: the code in the number, and that "
          "of the record. A prefecture agrees with its municipalities, a designated city with its wards."},
     .fix = {"番号かコードを直してください。役場がほかの市町村にある町村（竹富町、三島村、十島村）や、ほかの"
             "団体が運営する施設では、正しいこともあります。",
             "Correct the number or the code. Both are right where an office lies in another municipality "
             "(竹富町, 三島村, 十島村), or where another local government runs a facility."}},
    {.id = {"R437"},
     .slug = "invoice-number-of-other-corporation",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"法人番号と合わない登録番号", "Invoice number of another corporation"},
     .message =
         {"インボイスの登録番号「{value}」は、この行の法人[（登録番号は{detail}）]のものではありません。",
          "the invoice number '{value}' is not that of the corporation of the record[, which would be "
          "{detail}]"},
     .why = {"法人の登録番号（適格請求書発行事業者）は、T と法人番号です。T と別の13桁なら、ほかの法人か、"
             "法人番号を使わない個人事業者の番号です。",
             "The invoice number of a corporation is T and its corporate number. Other digits are those of "
             "another "
             "corporation, or of a sole trader, who has no corporate number."},
     .fix = {"登録番号と法人番号のどちらが正しいかを、国税庁の公表サイトで確かめてください。",
             "Look both numbers up at the sites of the National Tax Agency."}},
    {.id = {"R438"},
     .slug = "name-spelling-of-register",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"商号の表記が公表内容と違う", "Name spelt differently from the register"},
     .message = {"商号または名称「{value}」は、法人番号公表サイトの公表内容では「{detail}」と書きます。",
                 "the name '{value}' is registered as '{detail}'"},
     .why = {"空白、幅、記号、法人格の略し方だけの違いで、同じ名前です。",
             "Only width, spaces, marks or a shortened legal form differ; it is the same name."},
     .fix = {"登記のとおりに書くことを求められる表では、直してください。",
             "Write it as registered where that is asked for."}},
    {.id = {"R439"},
     .slug = "name-variant-of-register",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"商号の字体が公表内容と違う", "Name with forms of characters different from the register"},
     .message = {"商号または名称「{value}」は、法人番号公表サイトの公表内容では「{detail}"
                 "」です。字体やかなの大小などの違いです。",
                 "the name '{value}' is registered as '{detail}'; only forms of characters differ"},
     .why =
         {"旧字体と新字体、異体字、大きいかなと小さいかな、横棒の種類などが違います。同じ名前として扱えます"
          "が、文字としては別です。",
          "Old and new forms of kanji, variants, large and small kana, or kinds of dashes differ. It is the "
          "same name to a reader, and other characters."},
     .fix = {"登記の字体を使ってください。その字体を扱えないシステムでは、そのままで構いません。",
             "Use the registered forms; a system that lacks them may keep its own."}},
    {.id = {"R440"},
     .slug = "former-name",
     .severity = Severity::warning,
     .blocks = Level::none,
     .hint = RuleHint::as_of,
     .title = {"旧商号", "Former name of the corporation"},
     .message = {"「{value}」は、この法人の旧商号または旧名称です（今の名前と変更日: "
                 "{detail}）。今の名前に直してください。",
                 "'{value}' is a former name of the corporation (the present one, and the day of the change: "
                 "{detail}); "
                 "give the present one"},
     .why = {"法人番号公表サイトの変更履歴に、この名前の時期があります。調べる日より前に変わって"
             "います。",
             "The history of the register has this name, of a time before the day that is asked about."},
     .fix = {"今の名前に直してください。当時の事実を書く表なら、[{option} で]その日の時点で調べてください。",
             "Give the present name. In a table of past facts ask as of its day[ ({option})]."}},
    {.id = {"R441"},
     .slug = "legal-form-differs",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"法人の種類（株式会社等）の表記が公表内容と違う", "Legal form differs from the register"},
     .message = {"商号または名称「{value}」は、法人の種類（株式会社等）の表記が公表内容の「{detail}"
                 "」と違います。直してください。",
                 "the legal form in the name '{value}' is not as registered: '{detail}'; correct it"},
     .why = {"株式会社と有限会社の違い、前株と後株の違い、法人格の書き落としなどです。ほかの部分は同じです。",
             "Another form, the form on the other side of the name, or none at all. The rest is the same."},
     .fix = {"登記の名前に直してください。似た名前の別の法人でないことも確かめてください。",
             "Give the registered name, and make sure that it is not another corporation of a like name."}},
    {.id = {"R442"},
     .slug = "name-of-other-corporation",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"法人番号と商号が合わない", "Name of another corporation than the number"},
     .message = {"商号または名称は「{value}」ですが、この法人番号の法人は「{detail}"
                 "」です。番号と名前のどちらが正しいかを確かめて直してください。",
                 "the name is '{value}', but the corporation with this corporate number is '{detail}'; check "
                 "which is "
                 "right and correct the other"},
     .why = {"番号か名前が別の法人のものです。通称、支店名、公表が始まる前に変わった名前のこともあります。",
             "The number or the name is that of another corporation; or the name is one for daily use, of a "
             "branch, or "
             "of a time before the register."},
     .fix = {"元の資料で番号と名前を確かめてください。通称は、通称の項目に書いてください。",
             "Look number and name up at their source. A name for daily use has an item of its own."}},
    {.id = {"R443"},
     .slug = "kana-of-register-differs",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"フリガナが公表内容と違う", "Reading differs from the register"},
     .message = {"フリガナ「{value}」は、法人番号公表サイトの公表内容では「{detail}」です。",
                 "the reading '{value}' is registered as '{detail}'"},
     .why = {"公表内容のフリガナには、法人格（カブシキガイシャなど）がありません。それがあってもなくても同じ"
             "とみなして、なお違います。",
             "Readings in the register are without the legal form, which makes no difference here."},
     .fix = {"読み方を確かめて、誤記なら直してください。", "Check the reading, and correct it if misspelt."}},
    {.id = {"R444"},
     .slug = "kind-of-register-differs",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"組織種別が公表内容と違う", "Kind of corporation differs from the register"},
     .message = {"組織種別は「{value}」ですが、この法人番号の法人は{detail}です。"
                 "番号と種別を確かめて直してください。",
                 "the kind is '{value}', but the corporation with this corporate number is {detail}; check "
                 "the number "
                 "and the kind"},
     .why = {"法人種別（101～499）は、法人番号公表サイトの公表内容が番号ごとに示しています。有限会社が株式会"
             "社になったときも、番号は変わりません。",
             "The register has a kind (101 to 499) for each number. A 有限会社 that becomes a 株式会社 keeps "
             "its "
             "number."},
     .fix = {"種別を公表内容に合わせるか、番号を直してください。",
             "Give the registered kind, or correct the number."}},
    {.id = {"R445"},
     .slug = "legal-form-position-differs",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"前株・後株が公表内容と違う", "Legal form on the other side of the name"},
     .message =
         {"組織種別位置は「{value}」ですが、登記の名前は「{detail}」です。直してください。",
          "the position of the legal form is '{value}', but the registered name is '{detail}'; correct it"},
     .why = {"前株は「株式会社○○」、後株は「○○株式会社」です。",
             "前株 is a legal form in front of the name (株式会社○○), 後株 one behind it (○○株式会社)."},
     .fix = {"登記の名前に合わせてください。", "Give the position in the registered name."}},
    {.id = {"R446"},
     .slug = "former-seat",
     .severity = Severity::warning,
     .blocks = Level::none,
     .hint = RuleHint::as_of,
     .title = {"旧所在地", "Former seat of the corporation"},
     .message = {"「{value}」は、この法人の旧所在地です（今の所在地と変更日: "
                 "{detail}）。今の所在地に直してください。",
                 "'{value}' is a former seat of the corporation (the present one, and the day of the change: "
                 "{detail}); "
                 "give the present one"},
     .why = {"法人番号公表サイトの変更履歴に、この所在地の時期があります。調べる日より前に変わって"
             "います。",
             "The history of the register has this address, of a time before the day that is asked about."},
     .fix =
         {"今の所在地に直してください。当時の事実を書く表なら、[{option} で]その日の時点で調べてください。",
          "Give the present address. In a table of past facts ask as of its day[ ({option})]."}},
    {.id = {"R447"},
     .slug = "seat-differs",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"公表内容と違う所在地", "Other address than the registered seat"},
     .message =
         {"住所「{value}」は、登記の所在地「{detail}」と違います。どちらが正しいかを確かめてください。",
          "the address '{value}' is not the registered seat '{detail}'; check which is right"},
     .why =
         {"市区町村は同じですが、町字か番地以下が違います。大字・字の有無、丁目や番地の書き方、建物名の有無は"
          "違いとしません。住所レジストリがあれば、同じ場所かどうかも調べます。",
          "The municipality is the same, the town or the number is not. 大字 and 字, spellings of numbers "
          "and "
          "names of buildings make no difference; with a registry of addresses, nor does what is one place."},
     .fix = {"登記の所在地に直してください。本店と別の事務所の住所なら、事業所の項目に書いてください。",
             "Give the registered seat. The address of another office belongs into an item of its own."}},
    {.id = {"R448"},
     .slug = "seat-elsewhere",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"公表内容と市区町村が違う所在地", "Address in another municipality than the registered seat"},
     .message =
         {"住所「{value}」は、登記の所在地「{detail}"
          "」と市区町村が違います。番号と住所を確かめてください。",
          "the address '{value}' lies in another municipality than the registered seat '{detail}'; check "
          "the number and the address"},
     .why = {"番号が別の法人のものか、公表内容にまだない移転か、本店以外の住所です。",
             "The number is that of another corporation, the corporation moved and the register does not "
             "know, or it is the "
             "address of another office."},
     .fix = {"番号が正しいことを名前で確かめてから、住所を直してください。",
             "Make sure by the name that the number is right, then correct the address."}},
    {.id = {"R449"},
     .slug = "code-of-other-seat",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"登記の所在地と違う市区町村コード", "Code of another municipality than the registered seat"},
     .message = {"全国地方公共団体コードは「{value}」ですが、この法人の登記の所在地は{detail}"
                 "です。どちらが正しいかを確かめて直してください。",
                 "the local government code is '{value}', but the registered seat of the corporation is in "
                 "{detail}; "
                 "check which is right and correct the other"},
     .why =
         {"コードか法人番号が間違っているか、法人が移転しています。政令指定都市とその区、都道府県とその市区町"
          "村のコードは、合うものとします。",
          "The code or the number is wrong, or the corporation moved. Codes of a designated city and its "
          "wards, of "
          "a "
          "prefecture and its municipalities, fit."},
     .fix = {"正しいほうに合わせてください。", "Correct the one that is wrong."}},
};

}  // namespace

std::span<const Rule> corporation_rules() {
    return table;
}

}  // namespace daicho
