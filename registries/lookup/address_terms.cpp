#include "registries/lookup/address_terms.hpp"

#include <iterator>

namespace daicho {

namespace {

constexpr AnswerTerm levels[] = {
    {"none", {"なし", "nothing"}},
    {"prefecture", {"都道府県まで", "prefecture"}},
    {"municipality", {"市区町村まで", "municipality"}},
    {"town", {"町字まで", "town"}},
    {"block", {"街区まで", "block"}},
    {"residence", {"住居まで", "residence"}},
    {"parcel", {"地番まで", "parcel"}},
};

constexpr AnswerTerm categories[] = {
    {"A", {"A（台帳の表記のとおり）", "A (as the registry writes it)"}},
    {"B", {"B（読み替えたが確実）", "B (read otherwise, yet certain)"}},
    {"C", {"C（確かめが必要）", "C (to be checked)"}},
    {"", {"", ""}},
};

struct ReasonWords {
    AnswerTerm term;
    Text advice;
};

constexpr ReasonWords reasons[] = {
    {{"", {"", ""}}, {"", ""}},
    {{"empty-text", {"文字がありません", "the text is empty"}},
     {"住所を書いてください。", "write an address"}},
    {{"no-municipality", {"市区町村が分かりません", "no municipality is recognised"}},
     {"市区町村から書いてください。", "begin with the municipality"}},
    {{"municipality-only", {"市区町村までしか書かれていません", "the text ends with the municipality"}},
     {"町字と番地を続けてください。", "add town and number"}},
    {{"town-not-found", {"市区町村にこの町字はありません", "the municipality has no such town"}},
     {"町字の名前を確かめてください（市区町村名で町字を検索すると一覧になります）。",
      "check the name of the town (looking for towns by the name of the municipality lists them)"}},
    {{"town-not-covered",
      {"この市区町村の町字は台帳にありません", "the registry has no town of this municipality"}},
     {"この市区町村の町字の公表データで台帳を作り直すと分かります（daicho update）。",
      "load the towns of this municipality (daicho update) to know"}},
    {{"number-not-found", {"町字にこの番号はありません", "the town has no such number"}},
     {"番地・街区符号・住居番号を確かめてください。新しい番号は台帳にまだないことがあります。",
      "check the number; a new one may not be in the registry yet"}},
    {{"number-not-covered",
      {"この町字の番号は台帳になく、町字までで答えました",
       "the registry has no numbers of this town: the answer ends with the town"}},
     {"", ""}},
    {{"no-number", {"番地が書かれていません", "the text has no number"}}, {"", ""}},
    {{"several-places", {"同じくらい当てはまる所がほかにもあります", "other places fit as well"}},
     {"ほかの候補と見比べて、はっきり分かるように書いてください。",
      "compare the candidates and write which one is meant"}},
    {{"several-municipalities",
      {"同じ名前の市区町村がほかにもあります", "several municipalities bear the name"}},
     {"都道府県から書いてください。", "begin with the prefecture"}},
    {{"town-incomplete",
      {"台帳には、この町の丁目・小字だけがあります",
       "the registry has only parts (chome, koaza) of this town"}},
     {"丁目または小字を書いてください。", "name the chome or the koaza"}},
    {{"no-town", {"町字が書かれていません", "the text names no town"}},
     {"市区町村のあとに町字を書いてください。", "name the town after the municipality"}},
    {{"listed-chome",
      {"この丁目は台帳になく、全国の町丁目の一覧だけにあります",
       "the chome is not in the registry, only in the nationwide list of towns"}},
     {"町字IDは一覧にありません。市区町村に確かめてください。",
      "the list has no town ids; ask the municipality"}},
    {{"postal-code-elsewhere",
      {"郵便番号の上3桁が、この市区町村の郵便番号にありません",
       "no postal code of this municipality begins with the first three digits of the one written"}},
     {"郵便番号と住所のどちらが正しいか確かめてください。",
      "check which is right, the postal code or the address"}},
    {{"name-shortened",
      {"都道府県・市区町村の名前が最後の字まで書かれていません",
       "the name of a prefecture or municipality lacks its last letter"}},
     {"「東京都」「札幌市」のように、最後の字まで書いてください。",
      "write it in full, such as 東京都 or 札幌市"}},
};
static_assert(std::size(reasons) == static_cast<std::size_t>(AddressReason::name_shortened) + 1);

constexpr AnswerTerm kinds[] = {
    {"prefecture-added", {"都道府県を補った", "prefecture added"}},
    {"county-added", {"郡を補った", "county added"}},
    {"city-added", {"市を補った", "city added"}},
    {"ward-added", {"区を補った", "ward added"}},
    {"municipality-added", {"市区町村を補った", "municipality added"}},
    {"old-municipality", {"旧市区町村", "former municipality"}},
    {"variant", {"字体・表記の違い", "another form of a character"}},
    {"marker-skipped", {"大字・字を除いた", "oaza or aza left out"}},
    {"marker-added", {"大字・字を補った", "oaza or aza added"}},
    {"chome-read", {"丁目と読んだ", "read as chome"}},
    {"unit-added", {"単位を補った", "unit added"}},
    {"unit-skipped", {"単位を除いた", "unit left out"}},
    {"oaza-added", {"大字を補った", "oaza added"}},
    {"wildcard", {"代わりの文字", "character that stands for another"}},
    {"street-skipped", {"通り名", "street name"}},
    {"text-skipped", {"台帳にない名前", "name that the registry does not have"}},
    {"chome-unknown", {"台帳にない丁目", "chome that the registry does not have"}},
    {"reading", {"読みで引いた", "read by its sound"}},
};
static_assert(std::size(kinds) == static_cast<std::size_t>(AddressChangeKind::reading) + 1);

}  // namespace

const AnswerTerm municipality_not_covered{
    "municipality-not-covered",
    {"この市区町村の住所は台帳にありません", "the registry has no address of this municipality"}};

AnswerTerm term_of(MatchLevel level) {
    return levels[static_cast<std::size_t>(level)];
}

AnswerTerm term_of(AddressCategory category) {
    return categories[static_cast<std::size_t>(category)];
}

AddressReason told_reason(const AddressAnswer& answer) {
    const bool untold = !answer.found() && answer.reason == AddressReason::none;
    return untold ? AddressReason::no_municipality : answer.reason;
}

AnswerTerm term_of(AddressReason reason) {
    return reasons[static_cast<std::size_t>(reason)].term;
}

AnswerTerm term_of(AddressChangeKind kind) {
    return kinds[static_cast<std::size_t>(kind)];
}

Text advice_of(AddressReason reason) {
    return reasons[static_cast<std::size_t>(reason)].advice;
}

}  // namespace daicho
