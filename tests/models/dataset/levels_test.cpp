#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/formats/table_reader.hpp"
#include "models/dataset/validate.hpp"
#include "models/engine/column_profile.hpp"
#include "models/engine/inspection.hpp"
#include "models/rules/rule.hpp"
#include "tests/support/example_tables.hpp"
#include "tests/support/scratch_folder.hpp"

namespace daicho {

namespace {

/// A class in which everything that a model can ask can be broken.
const char* const nodes = R"(model test version "1" {
    class Node "節" {
        id "ID" : half_alnum 1..1 required;
        group "群" : half_alnum 0..1;
        parent "親ID" : half_alnum 0..1;
        born "開始日" : date 1..1 required;
        died "終了日" : date 0..1;
        phone "電話番号" : phone 0..1;
        note "備考" : text 0..1;
        unique group id;
        reference parent to id;
        rule order LV2 error "開始日が終了日より後です。" when died : born <= died;
        rule hint none warning "電話番号がありません。" : phone != "";
    }
})";

/// Cells that are right, empty, or wrong in some way.
std::string some_cell(std::mt19937& random, std::size_t column) {
    const auto one_of = [&](const std::vector<std::string>& cells) { return cells[random() % cells.size()]; };
    switch (column) {
        case 0:
            return one_of({"a1", "a2", "a3", "a4", "a5", "a6", "", "あ"});
        case 1:
            return one_of({"g", "h", ""});
        case 2:
            return one_of({"", "a1", "a2", "zz"});
        case 3:
        case 4:
            return one_of({"2024-04-01", "2023-01-31", "令和6年4月1日", "2024-02-30", "", "-"});
        case 5:
            return one_of({"(03)5253-5111", "03-5253-5111", "5253-5111", ""});
        default:
            return one_of({"", "メモ", " メモ", "\"一\n二\"", "ﾒﾓ", "\"x"});
    }
}

std::string some_table(unsigned seed) {
    std::mt19937 random(seed);
    std::string text = "ID,群,親ID,開始日,終了日,電話番号,備考\n";
    for (std::size_t record = 0; record < 2 + random() % 12; ++record) {
        for (std::size_t column = 0; column < 7; ++column) {
            std::string cell = some_cell(random, column);
            if (cell == "\"x") cell = "x,y";  // a record that is too long
            text += (column == 0 ? "" : ",") + cell;
        }
        text += "\n";
    }
    return text;
}

/// How many records may have which level, by the findings alone.
std::array<std::uint64_t, 4> levels_by_findings(const CheckResult& result, Level ceiling) {
    std::map<std::uint64_t, Level> of_record;
    for (const Finding& finding : result.findings) {
        if (finding.record == 0) continue;
        Level& level = of_record.try_emplace(finding.record, ceiling).first->second;
        level = lowered(level, finding.blocks);
        if (finding.rule.text == "S101") level = Level::none;
    }
    std::array<std::uint64_t, 4> levels{};
    for (const auto& [record, level] : of_record) ++levels[static_cast<std::size_t>(level)];
    levels[static_cast<std::size_t>(ceiling)] += result.verdict.records - of_record.size();
    return levels;
}

/// What an example gives an option; a file beside `table` by its path. Empty: nothing.
std::string asked_for(std::string_view option, std::string_view asked, const std::string& table) {
    const std::size_t at = asked.find(option);
    if (at == asked.npos) return {};
    asked.remove_prefix(at + option.size());
    const std::string name(asked.substr(0, asked.find_first_of(" |;")));
    const auto beside = std::filesystem::path(table).parent_path() / name;
    return std::filesystem::exists(beside) ? beside.string() : name;
}

/// An example may have bytes that are no characters; JSON must be what it is.
ReadOptions read_as_utf8(const std::string& table) {
    ReadOptions read;
    if (!table.ends_with(".json")) read.encoding = Encoding::utf8;
    return read;
}

/// A model whose items are the columns of the table: of the kind that its header is, or that its values are.
std::string model_of_headers(const std::string& table, const ScratchFolder& folder) {
    std::string items;
    std::set<std::string> names;
    const auto reader = open_table(table, read_as_utf8(table));
    ColumnSamples samples(reader->header().size());
    Batch batch;
    if (reader->next(batch)) samples.add(batch);
    for (std::size_t i = 0; i < reader->header().size(); ++i) {
        const std::string& header = reader->header()[i];
        if (header.empty() || header.find('"') != header.npos || !names.insert(header).second) continue;
        const ValueType* kind = find_value_type(header);
        if (kind == nullptr) kind = recognise_kind(samples.values(i), header, {}).type;
        items += "c" + std::to_string(names.size()) + " \"" + header +
                 "\" : " + std::string(kind ? kind->name : "text") + " 0..1;\n";
    }
    return folder.write("own.gifm", "model own version \"1\" { class Own \"表\" {\n" + items + "} }");
}

/// Checks that no more records reach a level than have nothing that blocks it, and that the file reaches none
/// that an error of it blocks. Gives the rules that blocked something.
std::set<std::string> check_levels(const CheckResult& result) {
    std::set<std::string> blocking;
    std::set<std::uint64_t> blocked[4];
    for (const Finding& finding : result.findings) {
        if (finding.severity != Severity::error || finding.blocks == Level::none) continue;
        CAPTURE(finding.rule.text, finding.record);
        blocking.emplace(finding.rule.text);
        if (result.verdict.level) CHECK(*result.verdict.level < finding.blocks);
        for (auto level = static_cast<std::size_t>(finding.blocks); level < 4; ++level) {
            if (finding.record != 0) blocked[level].insert(finding.record);
        }
    }
    std::uint64_t reached = 0, all = 0;
    for (const std::uint64_t records : result.verdict.levels) all += records;
    for (std::size_t level = 3; level > 0; --level) {
        CAPTURE(level);
        reached += result.verdict.levels[level];
        CHECK(reached + blocked[level].size() <= all);
    }
    return blocking;
}

}  // namespace

TEST_CASE("each error of an example of a rule lowers the level that it says") {
    Models models;
    std::set<std::string> seen;
    const auto look = [&](const std::string& path, const CheckOptions& options) {
        CAPTURE(path, options.model);
        try {
            seen.merge(check_levels(validate(file_source(path), options, models)));
        } catch (const Error&) {  // it cannot be read
        }
    };
    RulePages().for_each_table([&](const std::string& path, std::string_view asked) {
        const ScratchFolder folder;
        if (const std::string model = asked_for(" --model ", asked, path); !model.empty())
            look(path, {.model = model});
        if (const std::string map = asked_for(" --map ", asked, path); !map.empty()) look(path, {.map = map});
        CheckOptions own{.model = model_of_headers(path, folder)};
        own.read = read_as_utf8(path);
        look(path, own);
    });
    for (const std::string& path : golden_tables()) look(path, {});
    std::string unseen;
    for (const RuleFamily& family : rule_families()) {
        for (const Rule& rule : family.rules) {
            // Found by a registry, in a model, and by who looks after a repository.
            const bool other = family.letter == 'P' || rule.id.text == "R435" || rule.id.text == "T263" ||
                               rule.id.text == "M617";
            if (rule.severity == Severity::error && !other && !seen.contains(std::string(rule.id.text)))
                unseen.append(" ").append(rule.id.text);
        }
    }
    CHECK(unseen == "");
}

TEST_CASE("the levels of a report are those that its findings leave, whatever is wrong") {
    const ScratchFolder folder;
    const std::string model = folder.write("node.gifm", nodes);
    Models models;
    std::map<std::string, std::size_t> seen;
    for (unsigned seed = 0; seed < 400; ++seed) {
        const std::string table = some_table(seed);
        const CheckResult result = validate(memory_source(table), {.model = model}, models);
        CAPTURE(seed, table);
        REQUIRE(result.verdict.level);
        for (const Finding& finding : result.findings) {
            if (finding.blocks != Level::none) ++seen[std::string(finding.rule.text)];
        }
        CHECK(result.verdict.levels == levels_by_findings(result, Level::lv2s));
    }
    for (const char* rule : {"R401", "R404", "T251", "T252", "T270", "U500", "C210", "Node.order"}) {
        CAPTURE(rule);
        CHECK(seen[rule] > 0);
    }
}

}  // namespace daicho
