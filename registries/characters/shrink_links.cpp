#include "registries/characters/shrink_links.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "grammars/text/digits.hpp"
#include "grammars/text/unit.hpp"
#include "registries/characters/mj_glyph.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

/// What a basis is called where it is published: its name, kind, remark and table; and by the table of
/// relations that was made from that.
struct PublishedBasis {
    std::string_view name;
    std::string_view kind;
    std::string_view annotation;
    std::string_view table;
    std::string_view in_one;
    ShrinkBasis basis;
};

constexpr std::string_view register_office = "法務省戸籍法関連通達・通知",
                           popular_forms = "民一2842号通達別表 誤字俗字・正字一覧表";
constexpr PublishedBasis published[] = {
    {"JIS包摂規準・UCS統合規則", "", "", "", "JIS包摂規準UCS統合規則", ShrinkBasis::jis_unification},
    // The schema of the map spells it so.
    {"JIS包摂基準・UCS統合規則", "", "", "", "JIS包摂基準UCS統合規則", ShrinkBasis::jis_unification},
    {register_office, "民二5202号通知別表 正字・俗字等対照表", "", "", "民二5202号通知別表_正字俗字等対照表",
     ShrinkBasis::family_register_5202},
    {register_office, "戸籍統一文字情報 親字・正字", "", "", "戸籍統一文字情報_親字正字",
     ShrinkBasis::family_register_proper},
    {register_office, popular_forms, "無印", "", "民一2842号通達別表_誤字俗字正字一覧表_無印",
     ShrinkBasis::family_register_none},
    {register_office, popular_forms, "俗字", "", "民一2842号通達別表_誤字俗字正字一覧表_俗字",
     ShrinkBasis::family_register_popular},
    {register_office, popular_forms, "別字", "", "民一2842号通達別表_誤字俗字正字一覧表_別字",
     ShrinkBasis::family_register_other},
    {"法務省告示582号別表第四", "", "", "一", "法務省告示582号別表第四_一", ShrinkBasis::notice_582_first},
    {"法務省告示582号別表第四", "", "", "二", "法務省告示582号別表第四_二", ShrinkBasis::notice_582_second},
    {"辞書類等による関連字", "", "", "", "辞書類等による関連字", ShrinkBasis::dictionary},
    {"読み・字形による類推", "", "", "", "読み字形による類推", ShrinkBasis::analogy},
};

/// The digit of "第1順位", "2"; 0 where there is none.
unsigned number_in(std::string_view text) {
    const auto digit = std::ranges::find_if(text, is_ascii_digit);
    unsigned value = 0;
    std::from_chars(text.data() + (digit - text.begin()), text.data() + text.size(), value);
    return value;
}

std::vector<ShrinkLink> published_links(const Registry& registry, std::string_view mj) {
    std::vector<ShrinkLink> links;
    Statement& rows = registry.prepared(
        "select basis, kind, annotation, \"table\", rank, hops, ucs from mj_shrink where mj = ?1 and ucs <> "
        "''");
    rows.bind(0, mj);
    while (rows.step()) {
        const auto same = [&](const PublishedBasis& one) {
            return one.name == rows.text(0) && one.kind == rows.text(1) && one.annotation == rows.text(2) &&
                   one.table == rows.text(3);
        };
        const auto found = std::ranges::find_if(published, same);
        if (found == std::end(published)) continue;
        links.push_back(
            {text_of_key(rows.text(6)), found->basis, number_in(rows.text(4)), number_in(rows.text(5))});
    }
    rows.reset();
    return links;
}

std::vector<ShrinkLink> converted_links(const Registry& registry, std::string_view mj) {
    std::vector<ShrinkLink> links;
    Statement& rows =
        registry.prepared("select basis, character, rank, hops from mj_shrink_relation where mj = ?1");
    rows.bind(0, mj);
    while (rows.step()) {
        const auto found = std::ranges::find(published, rows.text(0), &PublishedBasis::in_one);
        if (found == std::end(published)) continue;
        links.push_back(
            {std::string(rows.text(1)), found->basis, number_in(rows.text(2)), number_in(rows.text(3))});
    }
    rows.reset();
    return links;
}

}  // namespace

bool has_shrink_links(const Registry& registry) {
    return registry.has("mj_shrink") || registry.has("mj_shrink_relation");
}

std::vector<ShrinkLink> shrink_links(const Registry& registry, std::string_view mj) {
    std::vector<ShrinkLink> links;
    if (registry.has("mj_shrink")) links = published_links(registry, mj);
    if (links.empty() && registry.has("mj_shrink_relation")) links = converted_links(registry, mj);
    // The mark for "no answer" of the published files is no text.
    std::erase_if(links, [](const ShrinkLink& link) { return link.to.empty() || link.to == "＿"; });
    std::ranges::stable_sort(links, [](const ShrinkLink& a, const ShrinkLink& b) {
        return std::tie(a.basis, a.hops, a.rank, a.to) < std::tie(b.basis, b.hops, b.rank, b.to);
    });
    return links;
}

std::string tax_target(const Registry& registry, std::string_view text) {
    if (!registry.has("nta_shrink")) return {};
    const CharacterUnit unit = unit_at(text, 0);
    if (unit.size != text.size() || unit.selector != 0) return {};
    std::string key = ucs_key(unit.base);
    if (unit.mark != 0) key += ' ' + ucs_key(unit.mark);
    Statement& rows = registry.prepared("select target from nta_shrink where ucs = ?1");
    rows.bind(0, std::string_view(key));
    const std::string target = rows.step() ? std::string(rows.text(0)) : std::string();
    rows.reset();
    return target;
}

}  // namespace daicho
