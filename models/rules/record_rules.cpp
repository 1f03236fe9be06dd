#include "models/rules/families.hpp"

#include <vector>

namespace daicho {

namespace {

// R: records.
const Rule table[] = {
    {.id = {"R400"},
     .slug = "missing-column",
     .severity = Severity::error,
     .blocks = Level::lv2,
     .consequence = Consequence::missing,
     .title = {"必須項目の列がない", "No column for a required item"},
     .message = {"必須の項目「{detail}」の列がありません。列を加えてください。",
                 "there is no column for the required item {item}[ ({detail})]; add one"},
     .why = {"モデルが必須とする項目がないと、ファイル全体がLV2になりません。",
             "Without an item that the model requires, the file cannot reach LV2."},
     .fix = {"項目の列を加えるか、見出しを項目の名前に直してください。",
             "Add the column, or give the column its right header."}},
    {.id = {"R401"},
     .slug = "missing-value",
     .severity = Severity::error,
     .blocks = Level::lv2,
     .consequence = Consequence::missing,
     .title = {"必須の値が空", "Required value is empty"},
     .message = {"必須の項目「{detail}」が空です。値を入れてください。",
                 "the required item {item} ({detail}) is empty; put in its value"},
     .why = {"モデルが必須とする値がないレコードは、LV2になりません。",
             "A record that lacks a required value does not reach LV2."},
     .fix = {"値を入れてください。", "Put in the value."}},
    {.id = {"R403"},
     .slug = "split-incomplete",
     .severity = Severity::warning,
     .blocks = Level::none,
     .consequence = Consequence::unreadable,
     .title = {"分けきれない値", "Value that could not be taken apart in full"},
     .message =
         {"「{value}」を項目に分けたとき、「{detail}」の置き場所がありませんでした。元の値は残してあります。",
          "when '{value}' was taken apart, there was no place for '{detail}'; the value itself is kept"},
     .why = {"一つのセルから複数の項目を作るとき、理解できない部分を黙って捨てることはしません。",
             "What is not understood is never dropped in silence when one cell becomes several items."},
     .fix = {"残った部分を備考や建物名などの正しい項目に移してください。",
             "Move what is left over to the item it belongs to, such as the remarks or the building."}},
    {.id = {"R404"},
     .slug = "dangling-reference",
     .severity = Severity::error,
     .blocks = Level::lv2,
     .title = {"参照先のレコードがない", "Reference to a record that is not there"},
     .message = {"「{value}」を「{detail}」に持つレコードがこの表にありません。",
                 "no record of the table has '{value}' as its {detail}"},
     .why =
         {"親の施設や関連する記録を番号で指す項目は、指された記録がないと意味をなしません。",
          "An item that points to another record by its number says nothing where that record is missing."},
     .fix = {"番号の誤記を直すか、参照先のレコードを加えてください。",
             "Fix the number, or add the record that it points to."}},
};

}  // namespace

std::span<const Rule> record_rules() {
    static const std::vector<Rule> rules = [] {
        std::vector<Rule> all(std::begin(table), std::end(table));
        const auto of_addresses = address_rules();
        all.insert(all.end(), of_addresses.begin(), of_addresses.end());
        const auto of_corporations = corporation_rules();
        all.insert(all.end(), of_corporations.begin(), of_corporations.end());
        return all;
    }();
    return rules;
}

}  // namespace daicho
