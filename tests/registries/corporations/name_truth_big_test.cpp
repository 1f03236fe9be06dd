// Ten thousand bodies of the published registers, drawn by a digest of their numbers, are found by all that a
// person may have of their names; those of a prefecture that is held out are not.

#include <cstdio>
#include <set>

#include <catch2/catch.hpp>

#include "grammars/base/digest.hpp"
#include "grammars/text/kana.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/variants.hpp"
#include "registries/builder/builder.hpp"
#include "registries/corporations/name_index_builder.hpp"
#include "registries/corporations/name_search.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

constexpr std::size_t drawn = 10'000;
constexpr std::string_view held_out = "31";  // 鳥取県

struct Drawn {
    std::uint64_t number = 0;
    std::string name, reading, kind;
    std::uint32_t place = 0;
    bool closed = false;
};

/// A registry of the real files from which the bodies of one prefecture were taken out, and these.
struct World {
    ScratchFolder scratch;
    std::string path = scratch / "r.sqlite";
    std::vector<Drawn> present, absent;

    World() {
        build_registry(path, {shared_data("corporate/zenken-2020"), shared_data("corporate/diff-raw")}, {});
        Database database = Database::open_private(path);
        const std::string out = " where prefectureCode = '" + std::string(held_out) + "'";
        present = draw(database, " where prefectureCode <> '" + std::string(held_out) + "'");
        absent = draw(database, out);
        database.run("delete from corporation" + out);
        make_name_index(database);
    }

    static std::vector<Drawn> draw(const Database& database, const std::string& where) {
        Statement rows = database.prepare(
            "select corporateNumber, name, furigana, kind, prefectureCode || cityCode, closeDate is not null "
            "from corporation" +
            where +
            " and name <> '' order by (corporateNumber * 2654435761) % 1000003, corporateNumber "
            "limit " +
            std::to_string(drawn));
        std::vector<Drawn> all;
        while (rows.step()) {
            all.push_back({static_cast<std::uint64_t>(rows.integer(0)), std::string(rows.text(1)),
                           std::string(rows.text(2)), std::string(rows.text(3)),
                           static_cast<std::uint32_t>(rows.integer(4)), rows.integer(5) != 0});
        }
        return all;
    }
};

const World& world() {
    static const World world;
    return world;
}

/// Asks for each body with `text`, and says how many were the first, or as good as the first.
struct Figures {
    std::size_t asked = 0, first = 0, found = 0, sure = 0, wrongly_sure = 0;
};

template <class Text>
Figures ask(const char* what, Text text, bool with_place = false) {
    const Database database = Database::open_published(world().path);
    CorporateNameSearch search(database);
    Figures figures;
    for (const Drawn& body : world().present) {
        const std::string query = text(body);
        if (query.empty()) continue;
        ++figures.asked;
        const NameAnswer answer =
            search.find({.name = query, .near_place = with_place ? body.place : 0, .limit = 0});
        const NameHit* own = nullptr;
        for (const NameHit& hit : answer.hits) {
            if (hit.number == body.number) own = &hit;
        }
        figures.found += own != nullptr;
        // A live body of the same name stands before one that is closed.
        const bool at_top = own && (own->rank() == answer.hits.front().rank() ||
                                    (own->closed && own->level == answer.hits.front().level));
        figures.first += at_top;
        figures.sure += answer.sure;
        figures.wrongly_sure += answer.sure && answer.hits.front().number != body.number && !body.closed;
    }
    std::printf("%-36s asked %6zu, found %6zu, first or tied %6zu, sure %6zu, another one sure %zu\n", what,
                figures.asked, figures.found, figures.first, figures.sure, figures.wrongly_sure);
    return figures;
}

/// As people type: half width, short legal form, spaces.
std::string typed(const Drawn& body) {
    std::string text = half_width_kana(match_key(body.name, fold::nothing));
    const CorporateName divided = divide_corporate_name(body.name);
    if (!divided.form || divided.form->shorts.empty()) return text;
    const std::string_view brief = divided.form->shorts.substr(0, divided.form->shorts.find(' '));
    const std::string core = half_width_kana(divided.core);
    if (divided.form_first) return std::string(brief) + " " + core;
    return is_company_form(*divided.form) ? core + "　" + std::string(brief) : text;
}

std::string payee(const Drawn& body) {
    const CorporateName divided = divide_corporate_name(body.name);
    if (body.reading.empty() || !divided.form) return {};
    const std::string_view form = divided.form->name;
    const std::string_view brief = form == "株式会社"   ? "カ"
                                   : form == "有限会社" ? "ユ"
                                   : form == "合同会社" ? "ド"
                                                        : "";
    if (brief.empty()) return {};
    std::string kana = half_width_kana(body.reading);
    for (const auto& [small, big] : {std::pair{"ｬ", "ﾔ"},
                                     {"ｭ", "ﾕ"},
                                     {"ｮ", "ﾖ"},
                                     {"ｯ", "ﾂ"},
                                     {"ｧ", "ｱ"},
                                     {"ｨ", "ｲ"},
                                     {"ｩ", "ｳ"},
                                     {"ｪ", "ｴ"},
                                     {"ｫ", "ｵ"},
                                     {"ｰ", "-"}}) {
        for (std::size_t at = kana.find(small); at != kana.npos; at = kana.find(small, at + 1))
            kana.replace(at, std::string_view(small).size(), big);
    }
    return divided.form_first ? std::string(brief) + ")" + kana : kana + "(" + std::string(brief);
}

}  // namespace

TEST_CASE("bodies are found by their name in any notation, first or as good as the first") {
    const Figures exact = ask("name", [](const Drawn& body) { return body.name; });
    CHECK(exact.asked == drawn);
    CHECK(exact.first == exact.asked);
    CHECK(exact.wrongly_sure == 0);
    const Figures as_typed = ask("name as it is typed", typed);
    CHECK(as_typed.first == as_typed.asked);
    CHECK(as_typed.wrongly_sure == 0);
    const Figures core = ask("name without its legal form", [](const Drawn& body) {
        return std::string(divide_corporate_name(body.name).core);
    });
    CHECK(core.found == core.asked);
    CHECK(static_cast<double>(core.first) > 0.97 * static_cast<double>(core.asked));
    const Figures reading = ask("reading", [](const Drawn& body) { return body.reading; });
    CHECK(reading.asked > 3'000);
    CHECK(reading.found == reading.asked);
    CHECK(static_cast<double>(reading.first) > 0.99 * static_cast<double>(reading.asked));
    const Figures bank = ask("name of the payee", payee);
    CHECK(bank.asked > 2'000);
    CHECK(bank.found == bank.asked);
    CHECK(static_cast<double>(bank.first) > 0.99 * static_cast<double>(bank.asked));
    const Figures placed = ask(
        "name, with its municipality", [](const Drawn& body) { return body.name; }, true);
    CHECK(placed.first == placed.asked);
    CHECK(placed.wrongly_sure == 0);
    CHECK(placed.sure > exact.sure);
}

TEST_CASE("bodies are found by a former name") {
    const Database database = Database::open_published(world().path);
    Statement rows = database.prepare(
        "select distinct h.corporateNumber, h.name from corporation_history h join corporation c "
        "using(corporateNumber) where h.name <> c.name order by 1, 2");
    CorporateNameSearch search(database);
    std::size_t asked = 0, found = 0, first = 0;
    while (rows.step()) {
        const auto number = static_cast<std::uint64_t>(rows.integer(0));
        const NameAnswer answer = search.find({.name = rows.text(1), .limit = 0});
        const auto own = std::find_if(answer.hits.begin(), answer.hits.end(),
                                      [&](const NameHit& hit) { return hit.number == number; });
        ++asked;
        found += own != answer.hits.end();
        first += own != answer.hits.end() && own->rank() == answer.hits.front().rank();
    }
    std::printf("former name                          asked %6zu, found %6zu, first or tied %6zu\n", asked,
                found, first);
    CHECK(asked > 500);
    CHECK(found == asked);
}

TEST_CASE("a name that is not there is never a sure answer") {
    const Database database = Database::open_published(world().path);
    CorporateNameSearch search(database);
    std::set<std::string> names;
    {
        Statement rows = database.prepare("select name from corporation where name <> ''");
        while (rows.step()) names.insert(corporate_name_key(rows.text(0)).folded);
    }
    std::size_t asked = 0, none = 0, doubt = 0, sure = 0, twins = 0, twins_sure = 0,
                twins_sure_with_place = 0;
    for (const Drawn& body : world().absent) {
        const NameAnswer answer = search.find({.name = body.name});
        if (names.contains(corporate_name_key(body.name).folded)) {
            ++twins;
            twins_sure += answer.sure;
            twins_sure_with_place += search.find({.name = body.name, .near_place = body.place}).sure;
            continue;
        }
        ++asked;
        sure += answer.sure;
        (answer.hits.empty() ? none : doubt) += answer.sure ? 0 : 1;
    }
    std::printf("held out, name not there             asked %6zu, none %6zu, in doubt %6zu, sure %zu\n",
                asked, none, doubt, sure);
    std::printf(
        "held out, others have the name       asked %6zu, sure %zu by name alone, %zu with the place\n",
        twins, twins_sure, twins_sure_with_place);
    CHECK(asked > 7'000);
    CHECK(sure == 0);
    CHECK(twins_sure_with_place == 0);
}
