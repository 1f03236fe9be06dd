#include "models/rules/families.hpp"

namespace daicho {

namespace {

// R: addresses of records and what a registry makes of them.
const Rule table[] = {
    {.id = {"R410"},
     .slug = "address-elsewhere",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"コードと住所の市区町村が違う", "Code and address name different municipalities"},
     .message = {"全国地方公共団体コードは「{value}」ですが、住所は{detail}"
                 "です。どちらが正しいかを確かめて直してください。",
                 "the local government code is '{value}', but the address is in {detail}; check which is "
                 "right and correct the other"},
     .why = {"コードと住所のどちらかが間違っています。政令指定都市のコードは、その区の住所にも合うものとしま"
             "す。",
             "Either the code or the address is wrong. The code of a designated city agrees with the "
             "addresses of its wards too."},
     .fix = {"正しいほうに合わせてください。元の資料を見ないと、どちらが正しいかは分かりません。",
             "Correct the one that is wrong; which one it is only the source can tell."}},
    {.id = {"R411"},
     .slug = "address-of-other-town",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"町字IDと住所の町字が違う", "Machiaza ID and address name different 町字 (machiaza)"},
     .message =
         {"町字IDは「{value}」ですが、住所の町字は{detail}です。どちらが正しいかを確かめて直してください。",
          "the machiaza ID is '{value}', but the machiaza of the address is {detail}; check which is right "
          "and correct the other"},
     .why = {"町字IDは、住所の町字のものでなければなりません。大字・町のIDは、その丁目や小字の住所にも合うも"
             "のとします。",
             "The machiaza ID must be that of the 町字 (machiaza) of the address. The ID of a whole 大字 or "
             "町 agrees with the addresses of its parts too."},
     .fix = {"正しいほうに合わせてください。", "Correct the one that is wrong."}},
    {.id = {"R412"},
     .slug = "postal-code-elsewhere",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"郵便番号と住所の町字が違う",
               "Postal code does not belong to the 町字 (machiaza) of the address"},
     .message = {"郵便番号「{value}」は、住所の町字（{detail}"
                 "）のものではありません。どちらが正しいかを確かめて直してください。",
                 "the postal code '{value}' does not belong to the 町字 (machiaza) of the address "
                 "({detail}); check which is right and correct the other"},
     .why = {"郵便番号のデータは、この町字に別の番号を挙げています。大口事業所の個別番号は調べません。",
             "The postal data give other codes for this 町字 (machiaza). Codes of large offices are not "
             "looked at."},
     .fix = {"郵便番号か住所を直してください。", "Correct the postal code or the address."}},
    {.id = {"R413"},
     .slug = "far-from-town",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"座標が住所の町字から遠い", "Coordinates far from the 町字 (machiaza) of the address"},
     .message =
         {"緯度・経度は、住所の町字の代表点から遠く離れています（{detail}）。座標と住所を確かめてください。",
          "the coordinates are far from the representative point of the 町字 (machiaza) of the "
          "address ({detail}); check both"},
     .why = {"町字の代表点から10 "
             "kmより離れた所は、ほとんどの場合その町字の外です。緯度と経度の取り違え、桁の誤り、別の施設の座"
             "標などが考えられます。住所レジストリの点自体が疑わしいときは調べません。",
             "A place more than 10 km from the representative point of a 町字 (machiaza) is almost always "
             "outside it: a digit was mistyped, or the coordinates are those of another place. Points of the "
             "address registry that are themselves doubtful are not used."},
     .fix = {"地図で位置を確かめて、座標か住所を直してください。",
             "Look the place up on a map and correct the coordinates or the address."}},
    {.id = {"R414"},
     .slug = "far-from-house",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"座標が住所の番地以下の位置から遠い",
               "Coordinates far from the block or lot number of the address"},
     .message = {"緯度・経度は、住所の番地以下の位置から遠く離れています（{detail}"
                 "）。座標と住所を確かめてください。",
                 "the coordinates are far from the position of the block or lot number of the address "
                 "({detail}); check both"},
     .why = {"住所レジストリにある街区・住居・地番の位置から1 "
             "kmより離れています。敷地の広い学校や公園でも、これほど離れることはほとんどありません。",
             "The place is more than 1 km from the block, the residence or the parcel that the registry has; "
             "even large sites are seldom so wide."},
     .fix = {"地図で位置を確かめて、座標か住所を直してください。",
             "Look the place up on a map and correct the coordinates or the address."}},
    {.id = {"R415"},
     .slug = "town-unknown",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"住所レジストリにない町字", "町字 (machiaza) not in the address registry"},
     .message = {"住所の「{part}」は、住所レジストリの町字として読み取れません（{detail}）。",
                 "'{part}' of the address is not a 町字 (machiaza) in the address registry ({detail})"},
     .why =
         {"町字の誤記、町字のない住所、または住所レジストリにまだない新しい町字です。かっこの中は、市区町"
          "村と、名前の近い町字です。町字が一つも住所レジストリにない市区町村では調べません。",
          "The name is misspelt, it is not the name of a 町字 (machiaza), or it is so new that the "
          "address registry does not have it yet. In brackets: the municipality, and those of its machiaza "
          "whose names are near. Municipalities of which the registry has no machiaza are not checked."},
     .fix = {"町字の名前を確かめてください。候補は推測なので、自動では直しません。",
             "Check the name of the 町字 (machiaza). A name that is offered is a guess and is never applied "
             "automatically."}},
    {.id = {"R416"},
     .slug = "town-incomplete",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"丁目や小字がない", "The 丁目 or 小字 is missing"},
     .message = {"住所の町字は{detail}までで、丁目または小字がありません。",
                 "the address stops at {detail}; its 丁目 or 小字 is missing"},
     .why = {"住所レジストリでは、この町字は丁目や小字に分かれています。それがないと、番地以下の場所が決まり"
             "ません。",
             "In the address registry this 町字 (machiaza) consists of 丁目 or 小字; without one the block "
             "or lot number has no place."},
     .fix = {"丁目または小字を書き足してください。", "Add the 丁目 or 小字."}},
    {.id = {"R417"},
     .slug = "old-municipality",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"廃止された市区町村の住所", "Address in an abolished municipality"},
     .message = {"住所は、廃止された市区町村のものです（{detail}）。今の市区町村に直してください。",
                 "the address names an abolished municipality ({detail}); give the present one"},
     .why = {"合併などで名前の変わった市区町村です。かっこの中は、旧名称、今の名称、廃止の日です。",
             "The municipality merged or was renamed. In brackets: the old name, the one of today, and the "
             "day on which the old one ended."},
     .fix = {"今の住所に直してください。合併のときに町字の名前が変わったこともあります。",
             "Give the address of today; names of 町字 (machiaza) may have changed in the merger too."}},
    {.id = {"R418"},
     .slug = "ended-town",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"廃止された町字", "Abolished 町字 (machiaza)"},
     .message = {"住所の町字（{detail}）は、廃止されています。今の町字を確かめてください。",
                 "the 町字 (machiaza) of the address ({detail}) was abolished; look up the present one"},
     .why = {"住居表示の実施や区画整理などで、町字が廃止されました。",
             "It was abolished when residence numbers were introduced, land was readjusted or the like."},
     .fix = {"今の住所に直してください。", "Give the address of today."}},
    {.id = {"R419"},
     .slug = "several-places",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"該当箇所が複数ある住所", "Ambiguous address"},
     .message = {"住所に該当する箇所が複数あります（{detail}）。", "the address is ambiguous ({detail})"},
     .why = {"同じ名前の市区町村や町字があり、書かれたことだけでは一つに決まりません。",
             "Several municipalities or 町字 (machiaza) have the name, and what is written does not tell "
             "which is meant."},
     .fix = {"都道府県、市区町村、大字、小字など、抜けた部分を書き足してください。",
             "Add what is left out: prefecture, municipality, or the part of the 町字 (machiaza)."}},
    {.id = {"R420"},
     .slug = "number-unknown",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"住所レジストリにない番地以下", "Block or lot number not in the address registry"},
     .message = {"住所の番地以下（街区符号・住居番号・地番）は、住所レジストリの{detail}にありません。",
                 "the address registry has no such block or lot number in {detail}"},
     .why = {"この町字の住居表示か地番は住所レジストリにありますが、この番号はその中にありません。新しい番号"
             "のこともあります。",
             "The address registry has the block or lot numbers of this 町字 (machiaza), but not this one. "
             "It may be new."},
     .fix = {"番地以下を確かめてください。", "Check the number."}},
};

}  // namespace

std::span<const Rule> address_rules() {
    return table;
}

}  // namespace daicho
