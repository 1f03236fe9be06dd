#include "models/rules/families.hpp"

namespace daicho {

namespace {

// U: sets of records.
const Rule table[] = {
    {.id = {"U500"},
     .slug = "duplicate-key",
     .severity = Severity::error,
     .blocks = Level::lv2,
     .title = {"キーが重複している", "Duplicate key"},
     .message =
         {"キー「{value}」は{detail}件目のレコードと重複しています。レコードごとに別の値にしてください。",
          "the key '{value}' is that of record {detail} as well; give each record a key of its own"},
     .why = {"キーが重複すると、どのレコードを指すか決められません。",
             "A key that two records share does not tell which one is meant."},
     .fix = {"同じものを二度書いているなら一方を除き、別のものなら別のキーを付けてください。",
             "If both are one thing, remove one; else give each its own key."}},
    {.id = {"U501"},
     .slug = "duplicate-record",
     .severity = Severity::warning,
     .blocks = Level::none,
     .title = {"同じレコードがある", "The same record again"},
     .message = {"このレコードは{detail}行目とすべて同じです。不要なら除いてください。",
                 "the record is the same as on line {detail}; remove it if it is not needed"},
     .why = {"同じレコードが二つあると、集計で二重に数えられます。", "Equal records are counted twice."},
     .fix = {"一方を除いてください。", "Remove one of them."}},
};

}  // namespace

std::span<const Rule> set_rules() {
    return table;
}

}  // namespace daicho
