#include "registries/propagation/event_finder.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

const auto silent = [](const std::string&) {};

/// A row of the publication, by what the cases are about.
struct Row {
    std::string number, process = "01", published = "2016-02-29", name = "有限会社甲", kind = "302",
                        city = "黒川郡富谷町", street = "富谷字町１２３", code = "423", post = "9813311",
                        closed = "", cause = "", successor = "", why = "", correct = "0",
                        prefecture = "宮城県", prefecture_code = "04", effective = "";

    std::string text() const {
        return "1," + number + "," + process + "," + correct + "," + published + "," +
               (effective.empty() ? published : effective) + ",\"" + name + "\",," + kind + ",\"" +
               prefecture + "\",\"" + city + "\",\"" + street + "\",," + prefecture_code + "," + code + "," +
               post + ",,," + closed + "," + cause + "," + successor + ",\"" + why +
               "\",2015-10-05,1,,,,,,0\n";
    }
};

std::string withdrawn(const std::string& number) {
    return "1," + number + ",99,,2016-03-02" + std::string(25, ',') + "\n";
}

struct Found {
    std::vector<CorporationEvent> events;
    std::string types;
};

Found of(CorporationEvents found) {
    Found made{std::move(found.events), {}};
    for (const CorporationEvent& event : made.events)
        made.types.append(made.types.empty() ? "" : " ").append(to_string(event.type));
    return made;
}

Found compared(const std::vector<Row>& before, const std::vector<Row>& after) {
    const ScratchFolder folder;
    std::string old_rows, new_rows;
    for (const Row& row : before) old_rows += row.text();
    for (const Row& row : after) new_rows += row.text();
    const PublicationRows old_file({folder.write("before.csv", old_rows)}, silent);
    const PublicationRows new_file({folder.write("after.csv", new_rows)}, silent);
    return of(find_corporation_events({&old_file, &new_file, nullptr}));
}

Found replayed(const std::vector<Row>& before, const std::string& rows) {
    const ScratchFolder folder;
    std::string old_rows;
    for (const Row& row : before) old_rows += row.text();
    const PublicationRows changes({folder.write("diff.csv", rows)}, silent);
    if (before.empty()) return of(find_corporation_events({nullptr, nullptr, &changes}));
    const PublicationRows old_file({folder.write("before.csv", old_rows)}, silent);
    return of(find_corporation_events({&old_file, nullptr, &changes}));
}

Row changed(Row row, const std::string& process, const std::string& day = "2016-10-10") {
    row.process = process;
    row.published = day;
    return row;
}

const Row a{"1000000000001"};

}  // namespace

TEST_CASE("rows that say the same make no event, whatever their sequence numbers") {
    CHECK(compared({a, Row{"2000000000002"}}, {Row{"2000000000002"}, a}).types.empty());
}

TEST_CASE("a new name with a new kind is one event, another reading a second") {
    Row after = changed(a, "11");
    after.name = "株式会社甲";
    after.kind = "301";
    const Found found = compared({a}, {after});
    REQUIRE(found.types == "name.kind");
    CHECK(found.events[0].change.items[0].before == "有限会社甲");
    CHECK(found.events[0].change.items[1].after == "301");
    CHECK(found.events[0].effective == "2016-10-10");
    CHECK(found.events[0].evidence.line == 1);
}

TEST_CASE("forms of characters are spelling, other kana are another name") {
    Row before = a, after = changed(a, "11");
    before.name = "株式会社德田商店";
    after.name = "株式会社徳田商店";
    CHECK(compared({before}, {after}).types == "name.spelling");
    before.name = "株式会社トシケン";
    after.name = "株式会社としけん";
    CHECK(compared({before}, {after}).types == "name");
}

TEST_CASE("a town that became a city did not move its corporations") {
    Row after = changed(a, "12");
    after.city = "富谷市";
    after.street = "富谷町１２３";
    after.code = "216";
    CHECK(compared({a}, {after}).types == "address.renumber");
    after.street = "富谷町１２４";
    CHECK(compared({a}, {after}).types == "address.move.municipality");
}

TEST_CASE(
    "names that changed alike for three corporations were changed by an office, for one they are a move") {
    std::vector<Row> before, after;
    for (int i = 0; i < 3; ++i) {
        Row row{std::to_string(1000000000001 + i)};
        row.street = "北町" + std::to_string(i + 1) + "番地";
        before.push_back(row);
        row = changed(row, "12");
        row.street = "南町" + std::to_string(i + 1) + "番地";
        after.push_back(row);
    }
    CHECK(compared(before, after).types == "address.renumber address.renumber address.renumber");
    before.pop_back();
    after.pop_back();
    CHECK(compared(before, after).types == "address.move address.move");
}

TEST_CASE("a district that a municipality no longer writes is counted over all its towns") {
    struct Case {
        std::string before, after;
    };
    const std::vector<Case> towns{{"玉山区好摩字野中１", "好摩字野中１"},
                                  {"玉山区玉山２番地", "玉山２番地"},
                                  {"玉山区渋民字前田３", "渋民字前田３"}};
    for (const bool added : {false, true}) {
        std::vector<Row> before, after;
        for (std::size_t i = 0; i < towns.size(); ++i) {
            Row row{std::to_string(1000000000001 + i)};
            row.city = "黒川郡富谷町";
            row.street = added ? towns[i].after : towns[i].before;
            before.push_back(row);
            row = changed(row, "12");
            row.street = added ? towns[i].before : towns[i].after;
            after.push_back(row);
        }
        CHECK(compared(before, after).types == "address.renumber address.renumber address.renumber");
        std::vector<Row> elsewhere = after;
        elsewhere[1].street = "玉山３番地";  // another number: that one moved
        CHECK(compared(before, elsewhere).types.find("address.move") != std::string::npos);
        before.pop_back();
        after.pop_back();
        CHECK(compared(before, after).types == "address.move address.move");
    }
}

TEST_CASE("a building that is added or dropped is no move, a number that changes is one") {
    const auto types = [](const std::string& was, const std::string& is) {
        Row before = a, after = changed(a, "12");
        before.street = was;
        after.street = is;
        return compared({before}, {after}).types;
    };
    for (const std::string building :
         {"福井ビル", "福井ビル３階", "　ＡＢＣビルディング５０２号室", "メゾン北２０１"}) {
        INFO(building);
        CHECK(types("大手３丁目１７番１号", "大手３丁目１７番１号" + building) == "address.spelling");
        CHECK(types("大手３丁目１７番１号" + building, "大手３丁目１７番１号") == "address.spelling");
        CHECK(types("大手３丁目１７番１号", "大手３丁目１７番２号" + building) == "address.move");
    }
    CHECK(types("大手１番地", "大手１番地２") == "address.move");
    CHECK(types("大手１番地", "大手１番地イ２") == "address.move");
    CHECK(types("大手１番地", "大手１２番地福井ビル") == "address.move");
    CHECK(types("大手１番地福井ビル３階", "大手１番地福井ビル５階") == "address.move");
    CHECK(types("大手１番地福井ビル２０", "大手１番地福井ビル２０１") == "address.move");
    CHECK(types("大手１番地福井ビル", "大手１番地金沢ビル") == "address.move");
    CHECK(types("大手１番２号（福井ビル２階）", "大手１番２号（福井ビル）") == "address.spelling");
    CHECK(types("大手２丁目１６番２１号３Ｆ", "大手２丁目１６番２１号") == "address.spelling");
    CHECK(types("大手７１番地９", "大手７１番地９、２階") == "address.spelling");
}

TEST_CASE("a 小字 that is written or left out is no move where the lot is the same") {
    const auto types = [](const std::string& was, const std::string& is) {
        Row before = a, after = changed(a, "12");
        before.street = was;
        after.street = is;
        return compared({before}, {after}).types;
    };
    CHECK(types("牟礼町大町字仲代１４１５番４", "牟礼町大町１４１５番地４") == "address.spelling");
    CHECK(types("木太町３３７４番地８", "木太町字夷村３３７４番地８") == "address.spelling");
    CHECK(types("木太町３３７４番地８", "木太町字夷村３３７４番地９") == "address.move");
    CHECK(types("富益町米川東八３５３３番地２", "富益町３５３３番地２") == "address.move");
    CHECK(types("木太町字夷村１番地", "木太町字夷山１番地") == "address.move");
}

TEST_CASE("an address written otherwise is the same address") {
    Row before = a, after = changed(a, "12");
    before.street = "白浜２７３番地第２";
    after.street = "白浜２７３番地２";
    CHECK(compared({before}, {after}).types == "address.spelling");
    after.street = before.street;
    after.post = "9813312";
    CHECK(compared({before}, {after}).types == "postcode");
}

TEST_CASE("the successor is the one at the end of the chain, and a loop ends") {
    const auto closed = [](const std::string& number, const std::string& successor) {
        Row row = changed(Row{number}, "21");
        row.closed = "2016-10-01";
        row.cause = "11";
        row.successor = successor;
        return row;
    };
    const Row b{"2000000000002"}, c{"3000000000003"};
    const Found chain = compared({a, b, c}, {closed(a.number, b.number), closed(b.number, c.number), c});
    REQUIRE(chain.types == "merge.absorbed merge.absorbed");
    CHECK(chain.events[0].others == std::vector<std::uint64_t>{2000000000002, 3000000000003});
    CHECK(chain.events[0].effective == "2016-10-01");
    const Found loop = compared({a, b}, {closed(a.number, b.number), closed(b.number, a.number)});
    CHECK(loop.events[0].others == std::vector<std::uint64_t>{2000000000002});
}

TEST_CASE("closed corporations are revived, absorbing ones name whom they absorbed") {
    Row closed = changed(a, "21");
    closed.closed = "2016-10-01";
    closed.cause = "01";
    CHECK(compared({a}, {closed}).types == "close");
    CHECK(compared({closed}, {changed(a, "22", "2017-03-01")}).types == "revive");
    Row survivor = changed(a, "71");
    survivor.why = "平成２８年１０月１日仙台市株式会社乙（２０００００００００００２）を合併";
    const Found found = compared({a}, {survivor});
    REQUIRE(found.types == "merge.survivor");
    CHECK(found.events[0].others == std::vector<std::uint64_t>{2000000000002});
}

TEST_CASE("several rows of one day are several events, in order") {
    Row moved = changed(a, "12"), renamed = changed(a, "11");
    moved.street = renamed.street = "成田９丁目１番地";
    renamed.name = "有限会社乙";
    const Found found = replayed({a}, moved.text() + renamed.text());
    CHECK(found.types == "address.move name");
}

TEST_CASE("a correction sends the history again and is one event") {
    Row first = changed(a, "01"), second = changed(a, "12");
    first.correct = second.correct = "1";
    first.effective = second.effective = "2016-02-01";
    first.street = "富谷字町１";
    second.street = "富谷字町１２３番地の５";
    const Found found = replayed({a}, first.text() + second.text());
    REQUIRE(found.types == "correct");
    CHECK(found.events[0].change.items[0].after == "富谷字町１２３番地の５");
    CHECK(replayed({}, first.text() + second.text()).events[0].before_known == false);
}

TEST_CASE("a closing that comes with the history sent again is a closing") {
    Row first = changed(a, "01", "2022-02-14"), last = changed(a, "21", "2022-02-14");
    first.correct = last.correct = "1";
    last.closed = "2021-09-08";
    last.cause = "01";
    CHECK(replayed({a}, first.text() + last.text()).types == "close");
    last.effective = first.effective = "2016-02-01";
    last.closed = last.cause = "";
    last.street = "富谷字町１";
    CHECK(replayed({a}, first.text() + last.text()).types == "correct");
}

TEST_CASE("a withdrawn number has blank items and a past") {
    const Found found = replayed({a}, withdrawn(a.number));
    REQUIRE(found.types == "withdraw");
    CHECK(found.events[0].name == "有限会社甲");
    CHECK(found.events[0].change.op == Change::Op::removed);
}

TEST_CASE("difference rows that the state before has already make no events") {
    Row after = changed(a, "11");
    after.name = "有限会社乙";
    CHECK(replayed({a}, after.text()).types == "name");
    CHECK(replayed({after}, after.text()).types.empty());
}

TEST_CASE("without the state before an address is changed, from what is not known") {
    const Found found = replayed({}, changed(a, "12").text());
    REQUIRE(found.types == "address");
    CHECK_FALSE(found.events[0].before_known);
}

TEST_CASE("corporations of one side only left, came, or are new") {
    Row made = Row{"2000000000002"};
    made.published = "2016-10-10";
    Row came = changed(Row{"3000000000003"}, "12");
    CHECK(compared({a}, {made, came}).types == "leave new arrive");
}

TEST_CASE("the same event has the same id, another date another one") {
    Row one = changed(a, "11"), other = changed(a, "11", "2016-10-11");
    one.name = other.name = "有限会社乙";
    const auto id = [&](const Row& after) { return compared({a}, {after}).events.at(0).id; };
    CHECK(id(one) == id(one));
    CHECK(id(one) != id(other));
}

TEST_CASE("a file that is no corporate numbers is refused, and a row that is none is named by its line") {
    const ScratchFolder folder;
    CHECK_THROWS_AS(PublicationRows({folder.write("x.csv", "a,b\n1,2\n")}, silent), Error);
    const std::string path = folder.write("y.csv", a.text() + "1,2,3\n");
    try {
        const PublicationRows rows({path}, silent);
        FAIL("the row was taken");
    } catch (const Error& error) {
        CHECK(error.en().find("y.csv:2:") != std::string::npos);
    }
}
