#include "registries/propagation/agency_actions.hpp"

#include <catch2/catch.hpp>
#include <memory>

#include "grammars/base/error.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

const auto silent = [](const std::string&) {};

std::string row(const std::string& published, const std::string& name, const std::string& street,
                const std::string& post, const std::string& closing = ",,,") {
    return "1,1000000000001,12,0," + published + "," + published + "," + name + ",,301,鳥取県,鳥取市," +
           street + ",,31,201," + post + ",,," + closing + ",2015-10-05,1,,,,,,0\n";
}

const std::string before = row("2020-01-01", "株式会社ＡＢＣ商店", "湖山町北２丁目６２２番地３", "6800941");
const std::string after = row("2021-01-01", "株式会社ＡＢＣ商会", "秋里９２８番地２", "6800902");

/// The actions for a table of one row, the register changed from `before` by `changes`.
std::vector<AgencyAction> actions(const std::string& map, const std::string& table,
                                  const std::string& changes = after, const std::string& known = before,
                                  const AgencyOptions& options = {}) {
    const ScratchFolder folder;
    const AgencyMap columns = read_agency_map(map, "map");
    const auto reader = read_table(table);
    const AgencyTable agency(*reader, columns, "table");
    std::unique_ptr<PublicationRows> old_rows;
    if (!known.empty()) old_rows.reset(new PublicationRows({folder.write("before.csv", known)}, silent));
    const PublicationRows diff({folder.write("diff.csv", changes)}, silent);
    const auto found = find_corporation_events({old_rows.get(), nullptr, &diff},
                                               [&](std::uint64_t number) { return agency.has(number); });
    return agency.actions(found, options);
}

AgencyAction only(const std::string& item, const std::string& value, const std::string& changes = after,
                  const std::string& known = before) {
    auto found =
        actions("番号\tnumber\n欄\t" + item + "\n", "番号,欄\n1000000000001," + value + "\n", changes, known);
    REQUIRE(found.size() == 1);
    return found[0];
}

}  // namespace

TEST_CASE("a new value is written as the table writes its values") {
    struct Case {
        std::string item, old_value, new_value;
    };
    const Case cases[] = {
        {"name", "株式会社ＡＢＣ商店", "株式会社ＡＢＣ商会"},
        {"name", "㈱ABC商店", "㈱ABC商会"},
        {"name", "（株）ＡＢＣ商店", "（株）ＡＢＣ商会"},
        {"name", "(株) ABC商店", "(株) ABC商会"},
        {"name", "株式会社　ＡＢＣ商店", "株式会社　ＡＢＣ商会"},
        {"address", "鳥取県鳥取市湖山町北２丁目６２２番地３", "鳥取県鳥取市秋里９２８番地２"},
        {"address", "鳥取市湖山町北2-622-3", "鳥取市秋里928-2"},
        {"address", "鳥取県鳥取市湖山町北二丁目622番地3", "鳥取県鳥取市秋里928番地2"},
        {"address", "鳥取県　鳥取市　湖山町北２－６２２－３", "鳥取県　鳥取市　秋里９２８－２"},
        {"street", "湖山町北2丁目622番地3", "秋里928番地2"},
        {"postcode", "680-0941", "680-0902"},
        {"postcode", "〒680-0941", "〒680-0902"},
        {"postcode", "６８０－０９４１", "６８０－０９０２"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.item, one.old_value);
        const AgencyAction action = only(one.item, one.old_value);
        CHECK(action.step == AgencyStep::update);
        CHECK(action.reason == AgencyReason::says_before);
        CHECK(action.new_value == one.new_value);
        CHECK(action.patched);
        const AgencyAction again = only(one.item, one.new_value);
        CHECK(again.step == AgencyStep::done);
        CHECK_FALSE(again.patched);
    }
}

TEST_CASE("a value that is neither is a conflict with all three shown") {
    const AgencyAction action = only("name", "㈱XYZ");
    CHECK(action.step == AgencyStep::conflict);
    CHECK(action.old_value == "㈱XYZ");
    CHECK(action.before == "株式会社ＡＢＣ商店");
    CHECK(action.after == "株式会社ＡＢＣ商会");
    CHECK_FALSE(action.patched);
}

TEST_CASE("a spelling of the table's own is understood, and nothing is forced") {
    const AgencyAction was = only("name", "㍿ＡＢＣ 商店");
    CHECK(was.step == AgencyStep::update);
    CHECK(was.reason == AgencyReason::says_before_folded);
    CHECK(was.confidence == Confidence::medium);
    const AgencyAction is = only("address", "鳥取市大字秋里928の2");
    CHECK(is.step == AgencyStep::spelling);
    CHECK(is.reason == AgencyReason::says_after_folded);
    CHECK_FALSE(is.patched);
}

TEST_CASE("a table that missed an earlier change is brought to the last state") {
    const std::string last = row("2022-01-01", "株式会社ＡＢＣ商会", "千代水３丁目６３番地", "6800911");
    const AgencyAction action = only("street", "湖山町北２丁目６２２番地３", after + last);
    CHECK(action.step == AgencyStep::update);
    CHECK(action.reason == AgencyReason::says_earlier);
    CHECK(action.new_value == "千代水３丁目６３番地");
    CHECK(action.events.size() == 2);
}

TEST_CASE("of an address that conflicts in part nothing is written, its postal code neither") {
    const auto found =
        actions("番号\tnumber\n市\tcity\n番地\tstreet\n〒\tpostcode\n名\tname\n",
                "番号,市,番地,〒,名\n1000000000001,鳥取市,別の町１番地,6800941,株式会社ＡＢＣ商店\n");
    REQUIRE(found.size() == 3);
    CHECK(found[0].step == AgencyStep::conflict);
    CHECK(found[1].step == AgencyStep::manual);
    CHECK(found[1].reason == AgencyReason::part_in_conflict);
    CHECK(found[2].step == AgencyStep::update);
}

TEST_CASE("without the state before a value is to be confirmed") {
    const AgencyAction action = only("street", "湖山町北２丁目６２２番地３", after, "");
    CHECK(action.step == AgencyStep::confirm);
    CHECK(only("street", "秋里928番地2", after, "").step == AgencyStep::done);
}

TEST_CASE("an empty cell stays empty") {
    CHECK(only("name", "").step == AgencyStep::none);
}

TEST_CASE(
    "a corporation that was absorbed is closed, dated in the table's way, and linked to its successor") {
    const std::string closed = row("2021-01-01", "株式会社ＡＢＣ商店", "湖山町北２丁目６２２番地３",
                                   "6800941", "2020-12-25,11,2000000000002,");
    const std::string map =
        "番号\tnumber\n状態\tstatus\topen=営業\tclosed=閉鎖\n閉鎖日\tclosed-on\n承継\tsuccessor\n";
    const auto found = actions(map, "番号,状態,閉鎖日,承継\n1000000000001,営業,,\n", closed);
    REQUIRE(found.size() == 3);
    CHECK(found[0].step == AgencyStep::close);
    CHECK(found[0].new_value == "閉鎖");
    CHECK(found[1].new_value == "2020-12-25");
    CHECK(found[2].step == AgencyStep::relink);
    CHECK(found[2].new_value == "2000000000002");
    CHECK(found[2].patched);
    const auto done =
        actions(map, "番号,状態,閉鎖日,承継\n1000000000001,閉鎖,令和2年12月25日,2000000000002\n", closed);
    for (const AgencyAction& action : done) CHECK(action.step == AgencyStep::done);

    const auto bare = actions("番号\tnumber\n", "番号\n1000000000001\n", closed);
    REQUIRE(bare.size() == 1);
    CHECK(bare[0].step == AgencyStep::relink);
    CHECK_FALSE(bare[0].patched);
    AgencyOptions relink;
    relink.relink = true;
    CHECK(actions("番号\tnumber\n", "番号\n1000000000001\n", closed, before, relink)[0].patched);
    const auto both =
        actions("番号\tnumber\n", "番号\n1000000000001\n2000000000002\n", closed, before, relink);
    REQUIRE(both.size() == 1);
    CHECK(both[0].reason == AgencyReason::successor_present);
    CHECK_FALSE(both[0].patched);
}

TEST_CASE("a withdrawn number is for a person to settle") {
    const std::string gone = "1,1000000000001,99,,2021-01-01" + std::string(25, ',') + "\n";
    const auto found = actions("番号\tnumber\n名\tname\n", "番号,名\n1000000000001,㈱ABC商店\n", gone);
    REQUIRE(found.size() == 1);
    CHECK(found[0].reason == AgencyReason::number_withdrawn);
}

TEST_CASE("what the register only spells otherwise is changed when that is asked for") {
    const std::string spelt = row("2021-01-01", "株式会社ＡＢＣ商店", "湖山町北２丁目６２２番３", "6800941");
    const std::string map = "番号\tnumber\n番地\tstreet\n",
                      table = "番号,番地\n1000000000001,湖山町北２丁目６２２番地３\n";
    const auto found = actions(map, table, spelt);
    REQUIRE(found.size() == 1);
    CHECK(found[0].step == AgencyStep::spelling);
    CHECK_FALSE(found[0].patched);
    AgencyOptions options;
    options.spelling = true;
    CHECK(actions(map, table, spelt, before, options)[0].patched);
}

TEST_CASE("a later change of something else does not make a column out of date") {
    const std::string moved = row("2022-01-01", "株式会社ＡＢＣ商会", "千代水３丁目６３番地", "6800911");
    const AgencyAction action = only("name", "㈱ABC商店", after + moved);
    CHECK(action.reason == AgencyReason::says_before);
    CHECK(action.before == "㈱ABC商店");
    CHECK(action.new_value == "㈱ABC商会");
}

TEST_CASE("a spelling of what is now is that, even where the history was sent again") {
    std::string again = row("2021-02-01", "株式会社ＡＢＣ商店", "湖山町北２丁目６２２番地３", "6800941") +
                        row("2021-02-01", "株式会社ＡＢＣ商会", "秋里９２８番地２", "6800902");
    for (std::size_t at = again.find(",12,0,"); at != again.npos; at = again.find(",12,0,"))
        again[at + 4] = '1';
    const AgencyAction action = only("street", "大字秋里928の2", after + again);
    CHECK(action.step == AgencyStep::spelling);
    CHECK(action.reason == AgencyReason::says_after_folded);
}

TEST_CASE("a corporation that was closed and revived needs nothing") {
    const std::string closed =
        row("2021-01-01", "株式会社ＡＢＣ商店", "湖山町北２丁目６２２番地３", "6800941", "2020-12-25,01,,");
    const std::string revived =
        row("2021-02-01", "株式会社ＡＢＣ商店", "湖山町北２丁目６２２番地３", "6800941");
    CHECK(actions("番号\tnumber\n", "番号\n1000000000001\n", closed + revived).empty());
    CHECK(actions("番号\tnumber\n", "番号\n1000000000001\n", closed).size() == 1);
}

TEST_CASE("a map that cannot be meant is refused with its line") {
    const auto refused = [](const std::string& map) {
        try {
            read_agency_map(map, "m");
        } catch (const Error& error) {
            return error.en();
        }
        return std::string();
    };
    CHECK(refused("番号\tnumber\n名\tnome\n").rfind("m:2:", 0) == 0);
    CHECK(refused("名\tname\n").find("exactly one") != std::string::npos);
    CHECK(refused("番号\tnumber\n住所\tname+city\n").find("joined") != std::string::npos);
    CHECK(refused("番号\tnumber\n状態\tstatus\topen=1\n").find("closed=") != std::string::npos);
}
