#include <string>
#include <variant>

#include <catch2/catch.hpp>

#include "registries/builder/builder.hpp"
#include "registries/lookup/lookup.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/corporation_rows.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;
using Status = LookupAnswer::Status;

namespace {

const std::string a = "1170001000849", b = "1170001007200";

/// Corporation `a` changed its name and was absorbed by `b`; 1700150032837 was withdrawn.
class AskedRegister {
 public:
    AskedRegister() {
        folder_.write("in/30_wakayama_all_20210731.csv",
                      CorporationRow{a}.line(1) +
                          CorporationRow{.number = b, .name = "三洋建設株式会社"}.line(2) +
                          CorporationRow{"1700150032837"}.line(3));
        folder_.write(
            "in/diff_20210802.csv",
            CorporationRow{.number = a,
                           .process = "11",
                           .updated = "2021-08-02",
                           .changed = "2021-07-28",
                           .name = "株式会社南芳"}
                    .line(1) +
                CorporationRow{.number = "1700150032837", .process = "99", .updated = "2021-08-02"}.line(2));
        folder_.write("in/diff_20210803.csv", CorporationRow{.number = a,
                                                             .process = "21",
                                                             .updated = "2021-08-03",
                                                             .changed = "2021-08-01",
                                                             .name = "株式会社南芳",
                                                             .closed = "2021-08-01",
                                                             .cause = "11",
                                                             .successor = b}
                                                  .line(1));
        build_registry(folder_ / "r.sqlite", {folder_ / "in"}, {});
        registry_.emplace(folder_ / "r.sqlite");
    }

    LookupAnswer ask(std::string_view query, std::string_view as_of = {}) const {
        return look_up(*find_lookup_kind("corporation"), query,
                       {.registry = &*registry_, .as_of = as_of, .limit = 0});
    }

 private:
    ScratchFolder folder_;
    std::optional<Registry> registry_;
};

std::string shown(const AnswerRecord& record, std::string_view key) {
    for (const AnswerField& field : record) {
        if (field.name.key != key) continue;
        if (const auto* term = std::get_if<AnswerTerm>(&field.value)) return std::string(term->key);
        if (const auto* text = std::get_if<std::string>(&field.value)) return *text;
        std::string all;
        if (const auto* records = std::get_if<std::vector<AnswerRecord>>(&field.value)) {
            for (const AnswerRecord& one : *records) {
                for (const AnswerField& part : one) all += shown(one, part.name.key) + "|";
            }
        }
        return all;
    }
    FAIL("there is no field " << key);
    return {};
}

}  // namespace

TEST_CASE("a corporation is found by its number in any notation") {
    const AskedRegister asked;
    for (const std::string text :
         {"1170001007200", "T1170001007200", "1-1700-0100-7200", "１１７０００１００７２００",
          "Ｔ１１７０００１００７２００", "1 1700 0100 7200"}) {
        const LookupAnswer answer = asked.ask(text);
        REQUIRE(answer.status() == Status::found);
        CHECK(shown(answer.matches[0].fields, "name") == "三洋建設株式会社");
        CHECK(shown(answer.matches[0].fields, "status") == "present");
        CHECK(shown(answer.matches[0].fields, "absorbed") == a + "|株式会社南芳|2021-08-01|column|");
    }
    CHECK(asked.ask("170001007200").matches.at(0).reason.key == "number-without-check-digit");
    CHECK(asked.ask("117000100720").note_en.empty() == false);
}

TEST_CASE("a closed corporation says who took it over and what it was called") {
    const AskedRegister asked;
    const LookupAnswer answer = asked.ask(a);
    REQUIRE(answer.status() == Status::found);
    const AnswerRecord& fields = answer.matches[0].fields;
    CHECK(shown(fields, "status") == "closed");
    CHECK(shown(fields, "successors") == b + "|三洋建設株式会社|2021-08-01|column|");
    CHECK(shown(fields, "former_names") == "株式会社北芳|2015-10-05|2021-07-28|");
}

TEST_CASE("a corporation is shown as it was on a day") {
    const AskedRegister asked;
    const auto on = [&](std::string_view day) {
        const LookupAnswer answer = asked.ask(a, day);
        return shown(answer.matches.at(0).fields, "name") + " " +
               shown(answer.matches.at(0).fields, "status") + " " + std::string(name_of(answer.status()));
    };
    CHECK(on("2021-07-27") == "株式会社北芳 present found");
    CHECK(on("2021-07-28") == "株式会社南芳 present found");
    CHECK(on("2021-08-01") == "株式会社南芳 closed found");
    CHECK(on("2015-10-04") == "株式会社北芳 present unsure");
    CHECK(shown(asked.ask(a, "2021-07-27").matches.at(0).fields, "former_names").empty());
}

TEST_CASE("a withdrawn number is found as such") {
    const AskedRegister asked;
    const LookupAnswer answer = asked.ask("1700150032837");
    CHECK(shown(answer.matches.at(0).fields, "status") == "withdrawn");
    CHECK(answer.note_en == "the number 1700150032837 was withdrawn on 2021-08-02 and is never used again");
}

TEST_CASE("a wrong check digit leads to numbers that exist, as hints") {
    const AskedRegister asked;
    for (const std::string wrong : {"1170001007201", "2170001007200", "1710001007200", "1170001002700"}) {
        const LookupAnswer answer = asked.ask(wrong);
        REQUIRE(answer.status() == Status::unsure);
        CHECK(shown(answer.matches[0].fields, "corporate_number") == b);
    }
    const LookupAnswer none = asked.ask("2170001099999");
    CHECK(none.matches.empty());
    CHECK(none.status() == Status::not_found);  // though other numbers may exist that the registry has not
    CHECK(none.note_en.find("no body has this number") != std::string::npos);
}

TEST_CASE("a number that is not there may exist where the registry has not every prefecture") {
    const AskedRegister asked;
    CHECK(asked.ask("8000012010038").status() == Status::not_covered);
    CHECK(asked.ask("8000012010038").note_en.find("may exist") != std::string::npos);
    CHECK(look_up(*find_lookup_kind("corporation"), a, {}).status() == Status::not_covered);
}

TEST_CASE("a line may say the address of the corporation beside its name") {
    const AskedRegister asked;
    for (const std::string line :
         {"三洋建設株式会社\t和歌山市北島14-13", "三洋建設株式会社\t和歌山県和歌山市北島１４番地の１３\t備考",
          R"({"name":"三洋建設株式会社","address":"和歌山市北島14-13"})",
          R"({"id": 7, "address":"和歌山市北島14-13", "name":"㈱三洋建設"})"}) {
        INFO(line);
        const LookupAnswer answer = asked.ask(line);
        REQUIRE(!answer.matches.empty());
        CHECK(shown(answer.matches[0].fields, "corporate_number") == b);
        CHECK(shown(answer.matches[0].fields, "place_agreement") == "number");
        CHECK(answer.status() == Status::found);
    }
    CHECK(asked.ask("三洋建設株式会社\t和歌山県和歌山市湊1-1").status() == Status::unsure);
    CHECK(asked.ask("三洋建設株式会社\t不明").status() == Status::unsure);
    CHECK(asked.ask(R"({"number":"1170001007200"})").status() == Status::found);
    CHECK(asked.ask("{").matches.empty());
    CHECK(asked.ask("{}").matches.empty());
    CHECK(asked.ask("{\"name\":").matches.empty());
}

TEST_CASE("corporations are found by their seat, and offered where a name is unknown") {
    const AskedRegister asked;
    const auto names = [](const LookupAnswer& answer) {
        std::string all;
        for (const LookupMatch& match : answer.matches) all += shown(match.fields, "name") + ";";
        return all;
    };
    for (const std::string address :
         {"640-8403 和歌山県和歌山市北島14-13", "〒６４０－８４０３和歌山市北島１４番地の１３"}) {
        CAPTURE(address);
        const LookupAnswer at = asked.ask("\t" + address);
        CHECK(names(at) == "三洋建設株式会社;株式会社南芳;");
        CHECK(at.status() == Status::found);  // the other one is closed
        const LookupAnswer unknown = asked.ask("株式会社西芳\t" + address);
        CHECK(names(unknown).find("三洋建設株式会社") != std::string::npos);
        CHECK(unknown.status() == Status::unsure);
        CHECK(unknown.note_en.find("at this address") != std::string::npos);
    }
    CHECK(asked.ask("\t640-8403 和歌山県和歌山市北島14-14").matches.empty());
    CHECK(asked.ask("\t640-8403 和歌山県和歌山市北島").matches.empty());
    const LookupAnswer known = asked.ask("三洋建設株式会社\t640-8403 和歌山県和歌山市北島14-13");
    CHECK(names(known) == "三洋建設株式会社;");
}
