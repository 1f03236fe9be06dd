// Ten thousand corporations of the published registers of four prefectures, drawn by a digest of their
// numbers, are found by all that a person may have of their names.

#include <cstdio>
#include <set>

#include <catch2/catch.hpp>

#include "grammars/text/kana.hpp"
#include "grammars/text/variants.hpp"
#include "grammars/values/payee_name.hpp"
#include "registries/builder/builder.hpp"
#include "registries/corporations/name_search.hpp"
#include "tests/support/drawn_corporations.hpp"
#include "tests/support/published_corporations.hpp"

using namespace daicho;

namespace {

constexpr std::size_t drawn = 10'000;

/// A registry of the complete files and all that was published since.
struct World {
    ScratchFolder scratch;
    std::string path = scratch / "r.sqlite";
    std::vector<DrawnCorporation> present;

    World() {
        std::vector<std::string> paths = complete_corporations();
        paths.push_back(write_corporation_days(scratch));
        build_registry(path, paths, {});
        present = draw_corporations(Database::open_published(path), "true", drawn);
    }
};

const World& world() {
    static const World world;
    return world;
}

/// Asks for each corporation with a text, and says how many were the first, or as good as the first.
struct Figures {
    std::size_t asked = 0, found = 0, first = 0, namesakes = 0, sure = 0, wrongly_sure = 0;

    std::size_t behind() const { return asked - first - namesakes; }
};

class Asker {
 public:
    explicit Asker(const char* what) : what_(what) {}

    void ask(const DrawnCorporation& corporation, const std::string& text, bool with_place = false) {
        if (text.empty()) return;
        ++figures_.asked;
        const NameAnswer answer =
            search_.find({.name = text, .near_place = with_place ? corporation.place : 0, .limit = 0});
        const auto own = std::find_if(answer.hits.begin(), answer.hits.end(),
                                      [&](const NameHit& hit) { return hit.number == corporation.number; });
        if (answer.sure && answer.hits.front().number != corporation.number) ++figures_.wrongly_sure;
        figures_.sure += answer.sure;
        if (own == answer.hits.end()) return;
        ++figures_.found;
        const NameHit& best = answer.hits.front();
        // A live corporation of the same name stands before one that is closed.
        if (own->rank() == best.rank() || (own->closed && own->level == best.level)) {
            ++figures_.first;
        } else {
            figures_.namesakes += has_that_name(best.number, text);
        }
    }
    Figures tell() const {
        std::printf(
            "%-32s asked %6zu, found %6zu, first or tied %6zu, behind one that is named so %4zu, "
            "else %zu; sure %6zu, of another %zu\n",
            what_, figures_.asked, figures_.found, figures_.first, figures_.namesakes, figures_.behind(),
            figures_.sure, figures_.wrongly_sure);
        return figures_;
    }

 private:
    /// Whether the whole name of the corporation, today or once, is the text, wherever its legal form stands:
    /// it has more right to be the first than one of which that is a part, or was the name.
    bool has_that_name(std::uint64_t number, const std::string& text) {
        const PayeeName payee = read_payee_name(text);
        const CorporateNameKey key = corporate_name_key(text);
        const std::string kana =
            corporate_kana_key(payee.corporation.empty() ? std::string_view(text) : payee.corporation);
        names_.reset();
        names_.bind(0, static_cast<std::int64_t>(number));
        while (names_.step()) {
            const CorporateNameKey name = corporate_name_key(names_.text(0));
            if (name.core == key.folded || (name.core == key.core && name.form == key.form)) return true;
            if (!kana.empty() && corporate_kana_key(name.core) == kana) return true;
        }
        return false;
    }

    const char* what_;
    Database database_ = Database::open_published(world().path);
    CorporateNameSearch search_{database_};
    Statement names_ = database_.prepare(
        "select name from corporation where corporateNumber = ?1 union all "
        "select name from corporation_history where corporateNumber = ?1");
    Figures figures_;
};

template <class Text>
Figures ask_all(const char* what, Text text, bool with_place = false) {
    Asker asker(what);
    for (const DrawnCorporation& corporation : world().present)
        asker.ask(corporation, text(corporation), with_place);
    return asker.tell();
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// In other kanji and kana that mean the same.
std::string spelled(const DrawnCorporation& corporation) {
    constexpr std::pair<std::string_view, std::string_view> forms[] = {
        {"会社", "會社"}, {"国", "國"}, {"沢", "澤"}, {"崎", "﨑"}, {"高", "髙"}, {"浜", "濱"},
        {"広", "廣"},     {"桜", "櫻"}, {"竜", "龍"}, {"鉄", "鐵"}, {"恵", "惠"}, {"徳", "德"},
        {"栄", "榮"},     {"辺", "邊"}, {"ッ", "ツ"}, {"ャ", "ヤ"}, {"ー", "－"}, {"ヶ", "ケ"}};
    std::string text = corporation.name;
    for (const auto& [from, to] : forms) replace_all(text, from, to);
    return text;
}

/// As people type: half width, short legal form, spaces.
std::string typed(const DrawnCorporation& corporation) {
    std::string text = half_width_kana(match_key(corporation.name, fold::nothing));
    const CorporateName divided = divide_corporate_name(corporation.name);
    if (!divided.form || divided.form->shorts.empty()) return text;
    const std::string_view brief = divided.form->shorts.substr(0, divided.form->shorts.find(' '));
    const std::string core = half_width_kana(divided.core);
    if (divided.form_first) return std::string(brief) + " " + core;
    return is_company_form(*divided.form) ? core + "　" + std::string(brief) : text;
}

std::string payee(const DrawnCorporation& corporation) {
    const CorporateName divided = divide_corporate_name(corporation.name);
    if (corporation.reading.empty() || !divided.form) return {};
    const std::string_view form = divided.form->name;
    const std::string_view brief = form == "株式会社"   ? "カ"
                                   : form == "有限会社" ? "ユ"
                                   : form == "合同会社" ? "ド"
                                                        : "";
    if (brief.empty()) return {};
    std::string kana = half_width_kana(corporation.reading);
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

TEST_CASE("corporations are found by their name in any notation, first or as good as the first") {
    const Figures exact =
        ask_all("name", [](const DrawnCorporation& corporation) { return corporation.name; });
    CHECK(exact.asked == drawn);
    CHECK(exact.first == exact.asked);
    const Figures as_typed = ask_all("name as it is typed", typed);
    CHECK(as_typed.asked == drawn);
    CHECK(as_typed.first == as_typed.asked);
    const Figures as_spelled = ask_all("name in other forms of characters", spelled);
    CHECK(as_spelled.asked == drawn);
    CHECK(as_spelled.behind() == 0);
    CHECK(as_spelled.namesakes < 10);  // who are written just so
    for (const Figures& figures : {exact, as_typed, as_spelled}) {
        CHECK(figures.sure == 0);  // of other prefectures the register has nothing
        CHECK(figures.found == figures.asked);
    }
}

TEST_CASE("corporations are found by a part of what they are called, unless others are called just so") {
    const Figures core = ask_all("name without its legal form", [](const DrawnCorporation& corporation) {
        return std::string(divide_corporate_name(corporation.name).core);
    });
    CHECK(core.asked == drawn);
    const Figures reading =
        ask_all("reading", [](const DrawnCorporation& corporation) { return corporation.reading; });
    CHECK(reading.asked > 5'000);
    const Figures bank = ask_all("name of the payee", payee);
    CHECK(bank.asked > 4'000);
    for (const Figures& figures : {core, reading, bank}) {
        CHECK(figures.found == figures.asked);
        CHECK(figures.behind() == 0);
        CHECK(static_cast<double>(figures.first) > 0.97 * static_cast<double>(figures.asked));
        CHECK(figures.sure == 0);
    }
}

TEST_CASE("the municipality makes an answer of a name") {
    const Figures placed = ask_all(
        "name, with its municipality", [](const DrawnCorporation& corporation) { return corporation.name; },
        true);
    CHECK(placed.first == placed.asked);
    CHECK(placed.sure > 8'000);
    CHECK(placed.wrongly_sure == 0);
}

TEST_CASE("corporations are found by a former name") {
    const Database database = Database::open_published(world().path);
    Statement rows = database.prepare(
        "select distinct h.corporateNumber, h.name from corporation_history h join corporation c "
        "using(corporateNumber) where h.name <> c.name order by 1, 2");
    Asker asker("former name");
    while (rows.step())
        asker.ask({.number = static_cast<std::uint64_t>(rows.integer(0))}, std::string(rows.text(1)));
    const Figures figures = asker.tell();
    CHECK(figures.asked > 2'000);
    CHECK(figures.found == figures.asked);
    // 医療法人 is written for 医療法人社団: the one that is 医療法人岡本医院 stands before the one that was
    // 医療法人社団岡本医院.
    CHECK(figures.behind() <= 1);
}
