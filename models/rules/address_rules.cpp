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
             "Either the code or the address is wrong. The code of a designated city fits the addresses of "
             "its wards too."},
     .fix = {"正しいほうに合わせてください。元の資料を見ないと、どちらが正しいかは分かりません。",
             "Correct the one that is wrong; which one it is only the source can tell."}},
    {.id = {"R411"},
     .slug = "address-of-other-town",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"町字IDと住所の町字が違う", "Town id and address name different towns"},
     .message =
         {"町字IDは「{value}」ですが、住所の町字は{detail}です。どちらが正しいかを確かめて直してください。",
          "the town id is '{value}', but the town of the address is {detail}; check which is right and "
          "correct the other"},
     .why = {"町字IDは、住所の町字のものでなければなりません。大字・町のIDは、その丁目や小字の住所にも合うも"
             "のとします。",
             "The town id must be that of the town of the address. The id of a whole town fits the addresses "
             "of its parts too."},
     .fix = {"正しいほうに合わせてください。", "Correct the one that is wrong."}},
    {.id = {"R412"},
     .slug = "postal-code-elsewhere",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"郵便番号と住所の町字が違う", "Postal code of another town than the address"},
     .message = {"郵便番号「{value}」は、住所の町字（{detail}"
                 "）のものではありません。どちらが正しいかを確かめて直してください。",
                 "the postal code '{value}' is not one of the town of the address ({detail}); check which is "
                 "right and correct the other"},
     .why = {"郵便番号のデータは、この町字に別の番号を挙げています。大口事業所の個別番号は調べません。",
             "The postal data give other codes for this town. Codes of large offices are not looked at."},
     .fix = {"郵便番号か住所を直してください。", "Correct the postal code or the address."}},
    {.id = {"R413"},
     .slug = "far-from-town",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"座標が住所の町字から遠い", "Coordinates far from the town of the address"},
     .message = {"緯度・経度は、住所の町字の代表点から{detail}離れています。座標と住所を確かめてください。",
                 "the coordinates are {detail} from the point of the town of the address; check both"},
     .why = {"町字の代表点から10 "
             "kmより離れた所は、ほとんどの場合その町字の外です。緯度と経度の取り違え、桁の誤り、別の施設の座"
             "標などが考えられます。台帳自身の点が疑わしいときは調べません。",
             "A place more than 10 km from the point of a town lies outside it as good as always: a digit "
             "was mistyped, or the coordinates are those of another place. Where the point of the registry "
             "itself is doubtful nothing is said."},
     .fix = {"地図で位置を確かめて、座標か住所を直してください。",
             "Look the place up on a map and correct the coordinates or the address."}},
    {.id = {"R414"},
     .slug = "far-from-house",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"座標が住所の番地から遠い", "Coordinates far from the number of the address"},
     .message = {"緯度・経度は、住所の番地の位置から{detail}離れています。座標と住所を確かめてください。",
                 "the coordinates are {detail} from the place of the number of the address; check both"},
     .why = {"台帳にある街区・住居・地番の位置から1 "
             "kmより離れています。敷地の広い学校や公園でも、これほど離れることはほとんどありません。",
             "The place is more than 1 km from the block, the residence or the parcel that the registry has; "
             "even large sites are seldom so wide."},
     .fix = {"地図で位置を確かめて、座標か住所を直してください。",
             "Look the place up on a map and correct the coordinates or the address."}},
    {.id = {"R415"},
     .slug = "town-unknown",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"台帳にない町字", "Town that the registry does not have"},
     .message = {"住所の「{part}」は、台帳の{detail}の町字として読めません。",
                 "'{part}' of the address is no town of {detail} in the registry"},
     .why = {"町字の書き誤り、町字のない住所、または台帳がまだ知らない新しい町字です。町字が一つも台帳にない"
             "市区町村では調べません。",
             "The name is misspelt, it is no name of a town, or it is so new that the registry does not have "
             "it yet. Where the registry has no towns of a municipality nothing is said."},
     .fix =
         {"町字の名前を確かめてください。候補は推測なので、自動では直しません。",
          "Check the name of the town. A name that is offered is a guess and is never applied by itself."}},
    {.id = {"R416"},
     .slug = "town-incomplete",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"丁目や小字がない", "The 丁目 or 小字 is missing"},
     .message = {"住所の町字は{detail}までで、丁目または小字がありません。",
                 "the address stops at {detail}; its 丁目 or 小字 is missing"},
     .why = {"台帳では、この町字は丁目や小字に分かれています。それがないと、番地の場所が決まりません。",
             "In the registry the town consists of 丁目 or 小字, and the number means nothing without one."},
     .fix = {"丁目または小字を書き足してください。", "Add the 丁目 or 小字."}},
    {.id = {"R417"},
     .slug = "old-municipality",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"なくなった市区町村の住所", "Address with a municipality that is no more"},
     .message = {"住所は、なくなった市区町村のものです（{detail}）。今の市区町村に直してください。",
                 "the address names a municipality that is no more ({detail}); give the one of today"},
     .why = {"合併などで名前の変わった市区町村です。かっこの中は、前の名前、今の名前、なくなった日です。",
             "The municipality merged or was renamed. In brackets: the old name, the one of today, and the "
             "day on which the old one ended."},
     .fix = {"今の住所に直してください。合併のときに町字の名前が変わったこともあります。",
             "Give the address of today; names of towns may have changed in the merger too."}},
    {.id = {"R418"},
     .slug = "ended-town",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"廃止された町字", "Town that was abolished"},
     .message = {"住所の町字（{detail}）は、廃止されています。今の町字を確かめてください。",
                 "the town of the address ({detail}) was abolished; look up the one of today"},
     .why = {"住居表示の実施や区画整理などで、町字がなくなりました。",
             "The town ended when house numbers were introduced, land was readjusted or the like."},
     .fix = {"今の住所に直してください。", "Give the address of today."}},
    {.id = {"R419"},
     .slug = "several-places",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"いくつもの場所に読める住所", "Address that several places answer to"},
     .message = {"住所は、いくつもの場所に読めます（{detail}）。",
                 "several places answer to the address ({detail})"},
     .why =
         {"同じ名前の市区町村や町字があり、書かれたことだけでは一つに決まりません。",
          "Several municipalities or towns have the name, and what is written does not tell which is meant."},
     .fix = {"都道府県、市区町村、大字、小字など、抜けた部分を書き足してください。",
             "Add what is left out: prefecture, municipality, or the part of the town."}},
    {.id = {"R420"},
     .slug = "number-unknown",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"台帳にない番地", "Number that the registry does not have"},
     .message = {"住所の番地は、台帳の{detail}にありません。", "the registry has no such number in {detail}"},
     .why = {"この町字の住居表示か地番は台帳にありますが、この番地はその中にありません。新しい番地のこともあ"
             "ります。",
             "The registry has the numbers of this town, and not this one. It may be new."},
     .fix = {"番地を確かめてください。", "Check the number."}},
};

}  // namespace

std::span<const Rule> address_rules() {
    return table;
}

}  // namespace daicho
