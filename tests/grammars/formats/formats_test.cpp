#include "grammars/formats/formats.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <sstream>

#include "grammars/base/error.hpp"
#include "grammars/formats/batch_builder.hpp"
#include "grammars/formats/record_checks.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "grammars/formats/text_source.hpp"

using namespace daicho;

namespace {

/// A format as one is added: cells separated by '|', records by ';', places as of a sheet.
class BarSource final : public RecordSource {
 public:
    explicit BarSource(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {
        std::string bytes(4096, '\0');
        bytes.resize(source_->read(bytes.data(), bytes.size()));
        std::istringstream records(bytes.substr(bytes.find('%') + 1));
        for (std::string record; std::getline(records, record, ';');) {
            std::istringstream cells(record);
            auto& row = rows_.emplace_back();
            for (std::string cell; std::getline(cells, cell, '|');) row.push_back(cell);
        }
    }

    const std::string& name() const override { return source_->name(); }
    PlaceForm places() const override { return {PlaceForm::Kind::cell, "一覧"}; }
    std::vector<FirstRecord> first_records() override {
        std::vector<FirstRecord> first;
        for (const auto& row : rows_) first.push_back({row, first.size() + 1});
        return first;
    }
    void start(std::size_t header_records, std::size_t columns) override {
        at_ = header_records;
        columns_ = columns;
    }
    bool next(Batch& batch) override {
        BatchBuilder builder(batch);
        builder.begin(1);
        for (; at_ < rows_.size(); ++at_) {
            builder.record(at_ + 1);
            for (const std::string& cell : rows_[at_]) builder.cell(cell);
        }
        builder.end();
        check_records(batch, columns_);
        return !batch.empty();
    }
    const std::vector<Finding>& findings() const override { return none_; }

 private:
    std::unique_ptr<ByteSource> source_;
    std::vector<std::vector<std::string>> rows_;
    std::size_t at_ = 0;
    std::size_t columns_ = 0;
    std::vector<Finding> none_;
};

std::unique_ptr<RecordSource> open_bars(std::unique_ptr<ByteSource> source, const ReadOptions&) {
    return std::make_unique<BarSource>(std::move(source));
}

/// The table of formats with that format in a line of its own.
std::vector<TableFormat> with_bars() {
    std::vector<TableFormat> formats(table_formats().begin(), table_formats().end());
    const auto begins = [](std::string_view start) { return start.starts_with("bars%"); };
    formats.push_back({"bars", "Bars", ".bars", begins, open_bars});
    return formats;
}

std::unique_ptr<TableReader> open(const std::string& bytes, const std::string& name,
                                  const ReadOptions& options = {}) {
    return open_table(with_bars(), std::make_unique<MemorySource>(bytes, name), options);
}

std::string format_named(std::string_view path) {
    const TableFormat* format = format_by_name(table_formats(), path);
    return format ? std::string(format->name) : "";
}

}  // namespace

TEST_CASE("a format is one line of the table: its header is found as that of any other") {
    const auto table = open("bars%施設の一覧;名称|緯度|名称;市役所|35.1|x;図書館|35.2;||", "t.bars");
    CHECK(table->format() == "bars");
    CHECK(table->header() == std::vector<std::string>{"名称", "緯度", "名称"});
    CHECK(table->header_place().line == 2);
    CHECK(table->header_records() == 2);
    CHECK(table->text() == nullptr);
    Batch batch;
    REQUIRE(table->next(batch));
    REQUIRE(batch.size() == 3);
    CHECK(batch.cell(0, 0) == "市役所");
    REQUIRE(batch.findings().size() == 2);
    CHECK(batch.findings()[0].rule == rules::ragged_record);
    CHECK(batch.findings()[1].rule == rules::blank_record);
    CHECK_FALSE(table->next(batch));
    REQUIRE(table->findings().size() == 2);
    CHECK(table->findings()[0].rule == rules::text_above_header);
    const Finding& twice = table->findings()[1];
    CHECK(twice.rule == rules::duplicate_header);
    CHECK(place_text(table->places(), twice.place, twice.column, twice.header) == "一覧!C2");
}

TEST_CASE("the format is that of the name, else that of the first bytes, else CSV") {
    CHECK(open("bars%a|b;1|2", "t")->format() == "bars");
    CHECK(open("a,b\n1,2\n", "t")->format() == "csv");
    CHECK(open(" [ {\"a\":1}]", "t")->format() == "json");
    CHECK(open("\xEF\xBB\xBF{\"a\":1}\n", "t")->format() == "jsonl");
    CHECK(open("[1],x\n2,3\n", "t")->format() == "csv");
    CHECK_THROWS_AS(open("[{\"a\":1}]", "t.csv"), Error);  // CSV by its name, and refused as what it is
    CHECK(open("bars%a|b;1|2", "t", {.format = "csv"})->format() == "csv");
    CHECK(open("", "t")->format() == "csv");
    CHECK_THROWS_AS(open("a,b\n", "t", {.format = "wav"}), Error);
    CHECK(format_named("a/b.JSON") == "json");
    CHECK(format_named("x.zip!in/t.ndjson") == "jsonl");
    CHECK(format_named("t.tsv") == "csv");
    CHECK(format_named("json") == "");
    CHECK(format_named("t.xlsx") == "xlsx");
    CHECK(format_named("t.xls") == "xls");
}

TEST_CASE("the lines of the table of formats differ in name and endings") {
    std::set<std::string> names, endings;
    for (const TableFormat& format : table_formats()) {
        CAPTURE(format.name);
        CHECK(names.insert(std::string(format.name)).second);
        CHECK(find_format(table_formats(), format.name) == &format);
        std::istringstream list{std::string(format.endings)};
        for (std::string ending; list >> ending;) {
            CHECK(ending.starts_with('.'));
            CHECK(endings.insert(ending).second);
            CHECK(format_by_name(table_formats(), "file" + ending) == &format);
        }
        CHECK(format.open != nullptr);
    }
    CHECK(table_formats().front().begins == nullptr);
}
