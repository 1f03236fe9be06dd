#include <algorithm>
#include <string>

#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "registries/embedded/embedded_resolver.hpp"
#include "registries/embedded/municipality_table.hpp"
#include "registries/lookup/field_names.hpp"
#include "registries/lookup/lookup.hpp"
#include "registries/lookup/town_fields.hpp"
#include "registries/sources/place_key.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

constexpr AnswerTerm by_id{"id", {"町字ID", "town id"}};
constexpr AnswerTerm by_name{"name", {"名称", "name"}};
constexpr AnswerTerm by_kana{"kana", {"カナ", "kana"}};
constexpr AnswerTerm by_start{"start-of-name", {"名称の始まり", "start of the name"}};
constexpr AnswerTerm by_start_of_kana{"start-of-kana", {"カナの始まり", "start of the kana"}};

constexpr unsigned for_kind = 4;
constexpr unsigned for_ended = 2;
constexpr unsigned for_other_spelling = 1;

/// Names that begin with ?1 lie below ?2; ?3 is the municipality, or empty.
const std::string by_range = " between ?1 and ?2 and (?3 = '' or t.lg_code = ?3) limit 1000";

/// The questions, of the towns of today or of a day.
struct Questions {
    std::string by_id, by_name, by_kana;

    explicit Questions(std::string (*select)(std::string_view))
        : by_id(select("t.lg_code = ?1 and t.machiaza_id = ?2")),
          by_name(select("t.name_key" + by_range)),
          by_kana(select("t.kana_key" + by_range)) {}
};
const Questions today(select_towns);
const Questions on_a_day(select_towns_as_of);
constexpr int day = 8;  ///< parameter of the day

/// The first text after all that begin with `text`.
std::string behind(std::string text) {
    return text + "\xFF";
}

class Question {
 public:
    Question(const Registry& registry, const LookupContext& context, LookupAnswer& answer)
        : registry_(registry),
          as_of_(context.as_of),
          questions_(context.as_of.empty() ? today : on_a_day),
          answer_(answer) {}

    void ask(std::string_view query) {
        const Narrow narrow(query);
        std::string id(narrow.text());
        std::erase_if(id, [](char c) { return c == '-' || c == '/' || c == ' '; });
        if (id.size() == 13 && is_all_digits(id)) {
            ask_id(id.substr(0, 6), id.substr(6));
        } else if (const auto places = embedded_resolver().resolve(narrow.text()); !places.empty()) {
            for (const Place& place : places) {
                if (place.level < MatchLevel::municipality) continue;
                ask_name(narrow.text().substr(place.size), place.lg_code);
            }
            // 三田 is a town as well as the start of a municipality's name.
            if (answer_.matches.empty()) ask_name(narrow.text(), {});
        } else {
            ask_name(narrow.text(), {});
        }
    }

 private:
    /// Whether there are towns of nearly as many municipalities as there are.
    bool covers_country() const {
        Statement& row = registry_.prepared("select count(*) from coverage where \"table\" = 'town'");
        row.step();
        const auto covered = static_cast<std::size_t>(row.integer(0));
        row.reset();
        return covered * 10 > municipalities().size() * 9;
    }

    Statement& prepared(const std::string& sql) const {
        Statement& rows = registry_.prepared(sql);
        if (!as_of_.empty()) rows.bind(day, as_of_);
        return rows;
    }

    void ask_id(std::string_view municipality, std::string_view town) {
        if (!registry_.covers("town", municipality)) answer_.covered = false;
        Statement& rows = prepared(questions_.by_id);
        rows.bind(0, municipality);
        rows.bind(1, town);
        while (rows.step()) add_row(rows, by_id, 0);
        rows.reset();
    }

    /// `municipality` may be empty: anywhere.
    void ask_name(std::string_view name, std::string_view municipality) {
        const std::string key = place_key(name);
        if (key.empty()) return;
        spelling_ = place_spelling(name);
        if (municipality.empty() ? !covers_country() : !registry_.covers("town", municipality)) {
            answer_.covered = false;
        }
        const std::string end = behind(key);
        ask_range(prepared(questions_.by_name), key, end, municipality, by_name, by_start, 0);
        if (!answer_.matches.empty()) return;
        ask_range(prepared(questions_.by_kana), key, end, municipality, by_kana, by_start_of_kana, 2);
    }

    void ask_range(Statement& rows, const std::string& key, const std::string& end,
                   std::string_view municipality, const AnswerTerm& whole, const AnswerTerm& start,
                   unsigned kind) {
        rows.bind(0, std::string_view(key));
        rows.bind(1, std::string_view(end));
        rows.bind(2, municipality);
        while (rows.step()) {
            const bool equal = (kind == 0 ? TownRow(rows).name_key() : TownRow(rows).kana_key()) == key;
            const bool other =
                kind == 0 && equal && !place_spelling(TownRow(rows).name()).ends_with(spelling_);
            add_row(rows, equal ? whole : start,
                    (kind + (equal ? 0 : 1)) * for_kind + (other ? for_other_spelling : 0));
        }
        rows.reset();
    }

    void add_row(Statement& row, const AnswerTerm& reason, unsigned rank) {
        const TownRow town(row);
        if (!as_of_.empty() && town.since() > as_of_) return;
        const bool ended = !town.until().empty() && (as_of_.empty() || as_of_ >= town.until());
        answer_.matches.push_back({town.record(), reason, rank + (ended ? for_ended : 0)});
    }

    const Registry& registry_;
    std::string_view as_of_;
    const Questions& questions_;
    std::string spelling_;  ///< of the name that is asked for
    LookupAnswer& answer_;
};

}  // namespace

LookupAnswer look_up_town(std::string_view query, const LookupContext& context) {
    LookupAnswer answer;
    if (!context.registry || !context.registry->has("town")) {
        answer.covered = false;
        answer.note_ja = "町字のある台帳がありません。daicho build で作ってください。";
        answer.note_en = "there is no registry with towns; make one with daicho build";
        return answer;
    }
    Question(*context.registry, context, answer).ask(query);
    return answer;
}

}  // namespace daicho
