#include "registries/lookup/answer_columns.hpp"

#include <catch2/catch.hpp>

#include "registries/embedded/area_named.hpp"

using namespace daicho;

namespace {

constexpr FieldName name{"name", {"名称", "name"}, ShownIn::title};
constexpr FieldName range{"range", {"山系", "range"}};
constexpr FieldName open{"open", {"開山", "open to climbers"}};
constexpr FieldName forms{"forms", {"書き方", "forms"}};
constexpr FieldName english{"english", {"英字", "English"}};
constexpr AnswerTerm alps{"alps", {"北アルプス", "Northern Alps"}};
constexpr AnswerTerm by_name{"by-name", {"名称どおり", "by name"}};

std::span<const FieldName> usual() {
    static constexpr FieldName columns[] = {name, range};
    return columns;
}

const LookupKind mountain{.name = "mountain", .help = {}, .look_up = nullptr, .beside_column = usual};
const LookupKind hinting{.name = "address", .help = {}, .look_up = nullptr, .asks_addresses = true};

LookupMatch match(std::string called, bool is_open, bool sure = true) {
    return {{{name, called}, {range, alps}, {open, is_open}, {forms, AnswerRecord{{english, called + "!"}}}},
            by_name,
            0,
            sure};
}

LookupAnswer answer_of(std::vector<LookupMatch> matches) {
    LookupAnswer answer{.matches = std::move(matches), .note_ja = "注", .note_en = "note"};
    answer.settle(0);
    return answer;
}

using Cells = std::vector<std::string>;

Cells cells(const LookupAnswer& answer, const Cells& names, const LookupKind& kind = mountain,
            Language language = Language::ja) {
    JoinedCells made;
    AnswerColumns(kind, names, language).append(made, answer);
    Cells cells;
    for (std::size_t i = 0; i < made.size(); ++i) cells.emplace_back(made[i]);
    return cells;
}

}  // namespace

TEST_CASE("a column is named by the key of a field, by its label, or by the way to a field within") {
    const auto found = answer_of({match("槍", true)});
    CHECK(cells(found, {"name", "range", "山系", "open to climbers", "open", "forms.english",
                        "書き方.英字"}) == Cells{"槍", "alps", "北アルプス", "yes", "true", "槍!", "槍!"});
    CHECK(cells(found, {"range"}, mountain, Language::en) == Cells{"alps"});
    CHECK(cells(found, {"answer", "判定", "reason", "理由", "note", "注意", "candidates"}) ==
          Cells{"found", "一致", "by-name", "名称どおり", "注", "注", ""});
    CHECK(cells(found, {}) == Cells{"一致", "槍", "北アルプス", "名称どおり", "注", ""});
    CHECK(cells(found, {}, mountain, Language::en) ==
          Cells{"found", "槍", "Northern Alps", "by name", "note", ""});
}

TEST_CASE("of several equally good answers the cells hold what they agree on") {
    const auto tied = answer_of({match("槍", true), match("穂高", true)});
    CHECK(cells(tied, {"answer", "name", "range", "open", "forms.english"}) ==
          Cells{"unsure", "", "alps", "true", ""});
    CHECK(cells(tied, {"候補"}) == Cells{"槍、穂高"});
}

TEST_CASE("a hint fills no cell, but for addresses, which are known down to some level") {
    const auto hint = answer_of({match("槍", true, false)});
    CHECK(cells(hint, {"判定", "name", "候補"}) == Cells{"要確認", "", "槍"});
    CHECK(cells(hint, {"判定", "name", "候補"}, hinting) == Cells{"要確認", "槍", "槍"});
    CHECK(cells({}, {"answer", "name", "reason"}) == Cells{"not-found", "", ""});
    LookupAnswer outside;
    outside.covered = false;
    CHECK(cells(outside, {"answer", "判定"}) == Cells{"not-covered", "収録外"});
}

TEST_CASE("columns of answers never have a header that the table has") {
    const AnswerColumns columns(mountain, {"name", "名称", "range"}, Language::ja);
    CHECK(columns.headers({"名称", "名称_台帳", "x"}) == Cells{"name", "名称_台帳_2", "range"});
    CHECK(AnswerColumns(mountain, {"name", "name"}, Language::en).headers({"name"}) ==
          Cells{"name_registry", "name_registry_2"});
}

TEST_CASE("names that are no field are told, and what is asked for is what is shown") {
    const auto found = answer_of({match("槍", true)});
    const AnswerColumns columns(mountain, {"nane", "range", "answer", "forms.english"}, Language::ja);
    CHECK(columns.unknown(found) == Cells{"nane"});
    CHECK(columns.unknown({}).empty());
    const FieldChoice wanted = columns.fields();
    CHECK(wanted.wants(range));
    CHECK(wanted.wants(forms));
    CHECK_FALSE(wanted.wants(name));
    CHECK_FALSE(wanted.wants(open));
    CHECK(AnswerColumns(mountain, {"candidates"}, Language::ja).fields().wants(name));
    CHECK(columns.fields({"open"}).wants(open));
    CHECK(FieldChoice().wants(open));
    CHECK_THROWS(AnswerColumns(hinting, {}, Language::ja));
}

TEST_CASE("a code or a name leads to the one municipality of today that it means") {
    CHECK(area_named("131059") == "131059");
    CHECK(area_named("13105") == "131059");
    CHECK(area_named("13") == "130001");
    CHECK(area_named("東京都") == "130001");
    CHECK(area_named("文京区") == "131059");
    CHECK(area_named("和歌山県和歌山市") == "302015");
    CHECK(area_named("府中市").empty());
    CHECK(area_named("東京都府中市") == "132063");
    CHECK(area_named("大宮市") == "111007");
    CHECK(area_named("浦和市") == "111007");
    CHECK(area_named("文京").empty());
    CHECK(area_named("999999").empty());
    CHECK(area_named("1").empty());
    CHECK(area_named("").empty());
}
