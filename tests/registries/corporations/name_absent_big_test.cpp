// Names of corporations that a register does not have: it says that they are not there, or shows others as a
// hint, and is never sure of one.

#include <cstdio>
#include <unordered_set>

#include <catch2/catch.hpp>

#include "grammars/text/utf8.hpp"
#include "registries/builder/builder.hpp"
#include "registries/corporations/name_search.hpp"
#include "tests/support/drawn_corporations.hpp"
#include "tests/support/published_corporations.hpp"

using namespace daicho;

namespace {

constexpr std::size_t drawn = 10'000;

/// The register of four prefectures as of 2020, and corporations that are not in it.
struct World {
    ScratchFolder scratch;
    std::string path = scratch / "r.sqlite";
    std::unordered_set<std::string> names;  ///< keys of all, former ones too
    std::unordered_set<std::uint64_t> numbers;
    std::vector<DrawnCorporation> present;
    std::vector<DrawnCorporation> elsewhere;  ///< of other prefectures
    std::vector<DrawnCorporation> since;      ///< of these, founded or moved there later

    World() {
        build_registry(path, complete_corporations(), {});
        const Database database = Database::open_published(path);
        Statement rows = database.prepare("select corporateNumber, name from corporation where name <> ''");
        while (rows.step()) {
            numbers.insert(static_cast<std::uint64_t>(rows.integer(0)));
            names.insert(corporate_name_key(rows.text(1)).folded);
        }
        present = draw_corporations(database, "true", drawn);
        elsewhere = draw_absent({sample_of_corporations()});
        std::vector<std::string> later = complete_corporations();
        later.push_back(write_corporation_days(scratch));
        since = draw_absent(later);
    }
    std::vector<DrawnCorporation> draw_absent(const std::vector<std::string>& paths) const {
        const std::string other = scratch / "other.sqlite";
        build_registry(other, paths, {});
        std::vector<DrawnCorporation> all =
            draw_corporations(Database::open_published(other), "cityCode <> ''", 0);
        std::erase_if(
            all, [&](const DrawnCorporation& corporation) { return numbers.contains(corporation.number); });
        if (all.size() > drawn) all.resize(drawn);
        return all;
    }
    bool has_name(std::string_view name) const { return names.contains(corporate_name_key(name).folded); }
};

const World& world() {
    static const World world;
    return world;
}

struct Figures {
    std::size_t asked = 0, none = 0, doubt = 0, sure = 0;

    void count(const NameAnswer& answer) {
        ++asked;
        ++(answer.sure ? sure : answer.hits.empty() ? none : doubt);
    }
};

/// What is asked with a name.
enum class With : unsigned char { nothing, municipality, address };

class Asker {
 public:
    Asker() : Asker(Database::open_published(world().path)) {}

    /// Corporations that are not there, those whose name another one has or those whose name nobody has.
    Figures ask(const char* what, const std::vector<DrawnCorporation>& corporations, bool namesakes,
                With with, bool as_if_complete = false) {
        Figures figures;
        for (const DrawnCorporation& corporation : corporations) {
            if (world().has_name(corporation.name) != namesakes) continue;
            NameQuery query{.name = corporation.name};
            if (with != With::nothing) query.near_place = corporation.place;
            if (with == With::address) query.address = corporation.address;
            figures.count((as_if_complete ? complete_ : search_).find(query));
        }
        std::printf("%-62s asked %6zu, none %6zu, in doubt %6zu, sure %zu\n", what, figures.asked,
                    figures.none, figures.doubt, figures.sure);
        return figures;
    }

 private:
    explicit Asker(Database database)
        : database_(std::move(database)),
          search_(database_),
          complete_(database_, NameSearchAids{CorporationCoverage::all_of_japan()}) {}

    Database database_;
    CorporateNameSearch search_;
    CorporateNameSearch complete_;  ///< as it would answer if it had all corporations of Japan
};

/// The name with one character of its core taken from another name; not there.
std::vector<DrawnCorporation> misspelled() {
    std::vector<DrawnCorporation> all;
    const std::vector<DrawnCorporation>& corporations = world().present;
    for (std::size_t i = 0; i < corporations.size(); ++i) {
        DrawnCorporation corporation = corporations[i];
        const std::string_view core = divide_corporate_name(corporation.name).core;
        const std::string_view other =
            divide_corporate_name(corporations[(i + 1) % corporations.size()].name).core;
        if (core.empty() || other.empty()) continue;
        std::vector<std::size_t> begins;
        for (std::size_t at = 0; at < core.size(); at += code_point_at(core, at).size) begins.push_back(at);
        const std::size_t at = begins[corporation.number % begins.size()];
        const auto place = static_cast<std::size_t>(core.data() - corporation.name.data()) + at;
        corporation.name.replace(place, code_point_at(core, at).size,
                                 other.substr(0, code_point_at(other, 0).size));
        if (!world().has_name(corporation.name)) all.push_back(std::move(corporation));
    }
    return all;
}

}  // namespace

TEST_CASE("a name that nobody has is never a sure answer, whatever the register has and wherever it is") {
    Asker asker;
    const std::vector<DrawnCorporation> wrong = misspelled();
    std::size_t asked = 0;
    const auto check = [&](const char* what, const std::vector<DrawnCorporation>& corporations) {
        const Figures alone =
            asker.ask((std::string(what) + ", name alone").c_str(), corporations, false, With::nothing);
        CHECK(alone.sure == 0);
        asked += alone.asked;
        CHECK(
            asker.ask("  as if the register were complete", corporations, false, With::nothing, true).sure ==
            0);
        CHECK(asker.ask("  with municipality", corporations, false, With::municipality).sure == 0);
        CHECK(asker.ask("  with address", corporations, false, With::address).sure == 0);
    };
    check("elsewhere", world().elsewhere);
    check("one character changed", wrong);
    check("founded since", world().since);
    CHECK(asked > 2 * drawn);
}

TEST_CASE("a name that another corporation has is in doubt, unless the address is its own") {
    Asker asker;
    const Figures alone =
        asker.ask("elsewhere, namesakes, name alone", world().elsewhere, true, With::nothing);
    CHECK(alone.asked > 900);
    CHECK(alone.sure == 0);
    CHECK(asker.ask("  with municipality", world().elsewhere, true, With::municipality).sure == 0);
    CHECK(asker.ask("  with address", world().elsewhere, true, With::address).sure == 0);
    const Figures later =
        asker.ask("founded since, namesakes, name alone", world().since, true, With::nothing);
    CHECK(later.sure == 0);
    asker.ask("  with municipality", world().since, true, With::municipality);
    asker.ask("  with address", world().since, true, With::address);
}
