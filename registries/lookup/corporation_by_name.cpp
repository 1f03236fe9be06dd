#include "registries/lookup/corporation_by_name.hpp"

#include "registries/corporations/name_search.hpp"
#include "registries/lookup/corporation_fields.hpp"
#include "registries/registry.hpp"

namespace daicho {

namespace {

// By level, in its order.
constexpr AnswerTerm reasons[name_levels] = {
    {"name", {"名称", "name"}},
    {"name-width",
     {"名称（全角・半角、空白、記号、略記の違い）", "name, but for width, spaces, marks, short forms"}},
    {"name-folded",
     {"名称（かな、ダッシュ、異体字の違い）", "name, but for kana, dashes and variants of kanji"}},
    {"core-same-form",
     {"法人格を除く名称（法人格は同じで位置が違う）", "name without its legal form, which stands elsewhere"}},
    {"core", {"法人格を除く名称", "name without its legal form"}},
    {"former-name", {"旧商号・旧名称", "former name"}},
    {"reading", {"フリガナ", "reading"}},
    {"english-name", {"英語表記", "English name"}},
    {"start-of-name", {"名称の始まり", "start of the name"}},
    {"part-of-name", {"名称の一部", "part of the name"}},
    {"near-name", {"1 文字違い", "one character otherwise"}},
};
constexpr AnswerTerm other_form{"reading-other-form",
                                {"フリガナ（法人格が違う）", "reading, with another legal form"}};

void say(LookupAnswer& answer, const std::string& ja, const std::string& en) {
    answer.note_ja += ja;
    answer.note_en += (answer.note_en.empty() ? "" : "; ") + en;
}

}  // namespace

void find_corporations_by_name(std::string_view name, const LookupContext& context, LookupAnswer& answer) {
    const Registry& registry = *context.registry;
    if (!CorporateNameIndex::exists(registry.database())) {
        say(answer, "この台帳には法人名の索引がありません。daicho build で作り直してください。",
            "this registry has no index of corporate names; make it again with daicho build");
        return;
    }
    NameQuery query{.name = name,
                    .places = context.bodies.places,
                    .kinds = context.bodies.kinds,
                    .limit = context.limit == 0 ? 0 : context.limit + 1};
    if (context.bodies.live != context.bodies.closed) {
        query.state = context.bodies.live ? NameQuery::State::live : NameQuery::State::closed;
    }
    const NameAnswer found = CorporateNameSearch(registry.database()).find(query);
    const CorporationRegister bodies(registry);
    for (std::size_t i = 0; i < found.hits.size(); ++i) {
        const NameHit& hit = found.hits[i];
        const auto number = static_cast<std::int64_t>(hit.number);
        auto state = context.as_of.empty() ? bodies.find(number) : bodies.find(number, context.as_of);
        const bool known = state.has_value();
        if (!known) state = bodies.find(number);
        if (!state) continue;
        const AnswerTerm& reason =
            hit.form_agrees ? reasons[static_cast<std::size_t>(hit.level)] : other_form;
        answer.matches.push_back({corporation_fields(bodies, *state, context.as_of), reason, hit.rank(),
                                  found.sure && i == 0 && known});
    }
    if (found.equals > 1) {
        const std::string count = std::to_string(found.equals);
        say(answer, "同じ程度に合う法人が " + count + " 件あります。--place などで絞ってください。",
            count + " bodies fit as well as the first; narrow it down, with --place for instance");
    } else if (!found.hits.empty() && !found.sure) {
        say(answer, "名称だけではこの法人と決められません。所在地などで確かめてください。",
            "the name alone does not tell that it is this body; compare its address");
    }
}

}  // namespace daicho
