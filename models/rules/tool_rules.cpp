#include "models/rules/families.hpp"

namespace daicho {

namespace {

// X: limits of the program; never counted as findings about the data.
const Rule table[] = {
    {.id = {"X900"},
     .slug = "list-cut",
     .severity = Severity::info,
     .blocks = Level::none,
     .title = {"一覧を途中で切った", "The list was cut"},
     .message = {"一覧は途中までです[（{detail}）]。件数はすべて数えています。",
                 "the list is not complete[ ({detail})]; the totals are exact"},
     .why = {"一覧が長くなりすぎないよう、表示する件数に上限があります。",
             "The number of findings listed is limited, so that the list can be read."},
     .fix = {"--max-findings 0 --max-per-rule 0 ですべて表示します。",
             "--max-findings 0 --max-per-rule 0 lists all."}},
};

}  // namespace

std::span<const Rule> tool_rules() {
    return table;
}

}  // namespace daicho
