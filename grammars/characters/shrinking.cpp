#include "grammars/characters/shrinking.hpp"

#include <algorithm>

#include "grammars/characters/character_authority.hpp"

namespace daicho {

namespace {

// In the order of the enumerations.
constexpr ShrinkBasisName bases[] = {
    {ShrinkBasis::jis_unification, "jis-unification", {"JIS包摂規準・UCS統合規則", "unified by JIS and UCS"}},
    {ShrinkBasis::family_register_5202,
     "koseki-5202",
     {"民二5202号通知 正字・俗字等対照表", "family register, notice 5202"}},
    {ShrinkBasis::family_register_proper,
     "koseki-proper",
     {"戸籍統一文字 親字・正字", "family register, proper form"}},
    {ShrinkBasis::family_register_none,
     "koseki-2842",
     {"民一2842号通達 誤字俗字・正字一覧表（無印）", "family register, circular 2842"}},
    {ShrinkBasis::family_register_popular,
     "koseki-2842-popular",
     {"民一2842号通達 誤字俗字・正字一覧表（俗字）", "family register, circular 2842, popular form"}},
    {ShrinkBasis::family_register_other,
     "koseki-2842-different",
     {"民一2842号通達 誤字俗字・正字一覧表（別字）",
      "family register, circular 2842, a different character"}},
    {ShrinkBasis::notice_582_first,
     "notice-582-1",
     {"法務省告示582号別表第四の一", "notice 582, table 4 part 1"}},
    {ShrinkBasis::notice_582_second,
     "notice-582-2",
     {"法務省告示582号別表第四の二", "notice 582, table 4 part 2"}},
    {ShrinkBasis::dictionary, "dictionary", {"辞書類等による関連字", "related by dictionaries"}},
    {ShrinkBasis::analogy, "analogy", {"読み・字形による類推", "by analogy of reading and shape"}},
    {ShrinkBasis::tax_agency, "nta", {"国税庁 JIS縮退マップ", "National Tax Agency"}},
    {ShrinkBasis::imported_base, "imported-base", {"取り込んだ表の基底文字", "base of an imported table"}},
    {ShrinkBasis::selector, "selector", {"異体字セレクタの基底文字", "base of the variation sequence"}},
    {ShrinkBasis::canonical, "canonical", {"Unicodeの正準等価", "canonically equal in Unicode"}},
};

constexpr ShrinkPolicyName policies[] = {
    {ShrinkPolicy::mjsu,
     "mjsu",
     {"MJ縮退マップの一意な変換表の規則", "the rules of the published unique table"}},
    {ShrinkPolicy::identity_first,
     "identity-first",
     {"範囲内の文字はそのまま、ほかは根拠の順", "characters in the set stay, others by the best basis"}},
    {ShrinkPolicy::match_key,
     "match-key",
     {"すべての経路が同じ文字に行き着くときだけ", "only where all ways end in the same character"}},
    {ShrinkPolicy::nta, "nta", {"国税庁のJIS縮退マップのみ", "the table of the National Tax Agency alone"}},
};

constexpr ShrinkTargetName targets[] = {
    {ShrinkTarget::jisx0213, "jisx0213", {"JIS X 0213", "JIS X 0213"}},
    {ShrinkTarget::jisx0208, "jisx0208", {"JIS X 0208", "JIS X 0208"}},
};

struct Named {
    std::string_view key;
    Text title;
};
constexpr Named verdicts[] = {
    {"already", {"範囲内", "in the set"}},
    {"unique", {"一意", "one answer"}},
    {"tied", {"候補が並ぶ", "tied"}},
    {"none", {"答えなし", "no answer"}},
    {"different-character", {"別字", "a different character"}},
    {"not-loaded", {"データなし", "not loaded"}},
};
constexpr Named sets[] = {
    {"mj", {"MJ文字情報一覧表", "MJ characters"}},
    {"mj-plus", {"行政事務標準文字", "standard characters for administration (MJ+)"}},
    {"ivd", {"IVD（異体字シーケンス）", "Ideographic Variation Database"}},
    {"mj-shrink", {"MJ縮退マップ", "MJ shrink map"}},
    {"nta-shrink", {"国税庁 JIS縮退マップ", "shrink map of the National Tax Agency"}},
};

}  // namespace

std::span<const ShrinkBasisName> shrink_bases() {
    return bases;
}
const ShrinkBasisName& name_of(ShrinkBasis basis) {
    return bases[static_cast<unsigned>(basis)];
}
std::span<const ShrinkPolicyName> shrink_policies() {
    return policies;
}
std::span<const ShrinkTargetName> shrink_targets() {
    return targets;
}
std::vector<std::string_view> texts_of(std::span<const ShrinkCandidate> candidates) {
    std::vector<std::string_view> texts;
    for (const ShrinkCandidate& one : candidates) {
        if (!one.different && std::ranges::find(texts, one.text) == texts.end()) texts.push_back(one.text);
    }
    return texts;
}
std::string_view name_of(ShrinkVerdict verdict) {
    return verdicts[static_cast<unsigned>(verdict)].key;
}
Text title_of(ShrinkVerdict verdict) {
    return verdicts[static_cast<unsigned>(verdict)].title;
}
std::string_view name_of(LoadedSet set) {
    return sets[static_cast<unsigned>(set)].key;
}
Text title_of(LoadedSet set) {
    return sets[static_cast<unsigned>(set)].title;
}

}  // namespace daicho
