#include <iterator>
#include <vector>

#include "models/rules/families.hpp"

namespace daicho {

namespace {

// C: characters.
const Rule table[] = {
    {.id = {"C210"},
     .slug = "wrong-script",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"文字の種類が違う", "Wrong kind of characters"},
     .message =
         {"「{value}」の[「{part}」]は、この項目では使えない文字です[（使える文字の例: {expected}）]。",
          "'{value}' has characters that are not allowed here[: '{part}'][; write it as in {expected}]"},
     .why = {"フリガナは全角カタカナというように、項目ごとに使う文字が決まっています。",
             "Each item has its characters: a reading is written in full-width katakana."},
     .fix = {"決められた種類の文字に直してください。ひらがなとカタカナの違いだけなら transform が直します。",
             "Write it in the characters asked for. transform fixes a mere difference of hiragana and "
             "katakana."}},
    {.id = {"C211"},
     .slug = "half-width-kana",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"半角カタカナ", "Half-width katakana"},
     .message = {"「{value}」に半角カタカナがあります。全角にしてください。",
                 "'{value}' has half-width katakana; write it in full width"},
     .why = {"半角カタカナは、文字コードによっては化け、検索でも一致しません。",
             "Half-width katakana breaks in some encodings and is not found by searches."},
     .fix = {"全角カタカナに直してください。transform が安全に直します。",
             "Write full-width katakana; transform does it safely."}},
    {.id = {"C212"},
     .slug = "control-in-value",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .title = {"値の中の改行や制御文字", "Line end or control character in a value"},
     .message = {"「{value}」に改行やタブなどの制御文字があります。",
                 "'{value}' has a line end, a tab or another control character"},
     .why = {"値の途中の改行は、行の数え違いや列のずれのもとになります。",
             "A line end inside a value makes programs miscount lines and shift columns."},
     .fix = {"改行や制御文字を取り除いてください。", "Take the line end or control character out."}},
    {.id = {"C213"},
     .slug = "surrounding-space",
     .severity = Severity::error,
     .blocks = Level::lv1,
     .consequence = Consequence::style,
     .title = {"前後の空白", "Space around a value"},
     .message = {"「{value}」の前か後に空白があります。空白を除いてください。",
                 "there is space before or after '{value}'; take it out"},
     .why = {"見えない空白のために、同じ値が一致しなくなります。",
             "Because of an invisible space, equal values do not match."},
     .fix = {"前後の空白を除いてください。transform が安全に直します。",
             "Take the space out; transform does it safely."}},
};

}  // namespace

std::span<const Rule> character_rules() {
    static const std::vector<Rule> rules = [] {
        std::vector<Rule> all(std::begin(table), std::end(table));
        const auto of_texts = character_text_rules();
        all.insert(all.end(), of_texts.begin(), of_texts.end());
        return all;
    }();
    return rules;
}

}  // namespace daicho
