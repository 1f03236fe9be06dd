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
     .message = {"キー「{value}」[（{expected}）]は{detail}"
                 "件目のレコードと重複しています。レコードごとに別の値にしてください。",
                 "the key '{value}'[ ({expected})] is that of record {detail} as well; give each record a "
                 "key of its own"},
     .why = {"キーが重複すると、どのレコードを指すか決められません。",
             "A key that two records share does not tell which one is meant."},
     .fix = {"同じものを二度書いているなら一方を除き、別のものなら別のキーを付けてください。",
             "If both are one thing, remove one; else give each its own key."}},
};

}  // namespace

std::span<const Rule> set_rules() {
    return table;
}

}  // namespace daicho
