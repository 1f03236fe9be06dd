// One dataset, one truth: whatever form a dataset comes in, it gets the same findings, level and repairs, and
// becomes the same canonical records.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/formats/output_form.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "models/dataset/model_access.hpp"
#include "models/dataset/output_columns.hpp"
#include "models/dataset/output_kind.hpp"
#include "models/dataset/transform.hpp"
#include "models/dataset/validate.hpp"

namespace daicho {

namespace {

using Row = std::vector<std::string>;

/// Values of a kind: as it should be written, as people write it, and what nobody can read.
struct Spellings {
    const char *kind, *right, *odd, *wrong;
};

constexpr Spellings spellings[] = {
    {"date", "2024-04-01", "令和６年４月１日", "2024-13-01"},
    {"date-time", "2024-04-01T09:00:00+09:00", "2024/4/1 9:00", "2024-13-01"},
    {"time", "09:30", "９時３０分", "25:00"},
    {"postal-code", "100-8926", "〒１００８９２６", "100-89"},
    {"phone", "(03)5253-5111", "03-5253-5111", "5253"},
    {"corporate-number", "1000012020001", "１０００012020001", "1000012020002"},
    {"municipality-code", "131016", "13101", "131017"},
    {"latitude", "35.690628", "35度41分26.26秒", "135.5"},
    {"longitude", "139.753025", "１３９．７５３０２５", "339"},
    {"integer", "1234", "１，２３４", "千二百"},
    {"decimal", "12.5", "１２．５", "約12"},
    {"address", "東京都千代田区霞が関二丁目1番2号", "東京都千代田区霞が関2-1-2",
     "東京都 千代田区  霞が関二丁目1番"},
    {"full-kana", "ヤマダ", "ﾔﾏﾀﾞ", "山田"},
    {"email", "a@example.jp", "ａ@example.jp", "a.example.jp"},
    {"url", "https://example.jp/a?b=1&c=<2>", "ｈttps://example.jp", "example"},
    {"flag", "1", "１", "はい"},
};

/// The value of a cell in record `record` of an item: right, odd, wrong, or none.
std::string value_of(const Slot& slot, std::size_t column, std::size_t record) {
    if (record == 3 && column % 3 != 0) return {};
    const std::size_t way = (record + column) % 3;
    if (slot.codes) {
        if (way == 2) return "該当せず";
        // XML writes a label as its code and the label, which is read as the code.
        const bool label = way == 1 && slot.form != syntax::CodeForm::both;
        const std::string codes =
            slot.codes->examples(label ? syntax::CodeForm::label : syntax::CodeForm::code);
        return codes.substr(0, codes.find_first_of(",、"));
    }
    for (const Spellings& one : spellings) {
        if (slot.kind && slot.kind->name == one.kind)
            return way == 0 ? one.right : way == 1 ? one.odd : one.wrong;
    }
    return way == 0 ? "北・南 " + std::to_string(column) : way == 1 ? "ﾀﾞｲﾁｮｳ　＆ <b>\"甲\"" : "㈱\n二行目";
}

/// A dataset of a model: an item a column, those that repeat twice.
struct Dataset {
    std::string model;
    std::vector<TargetColumn> columns;
    std::vector<Row> records;
};

Dataset dataset_of(const Model& model) {
    Dataset made{model.name, {}, {}};
    std::set<std::string> headers;
    // Enough to have items of all depths; every check of a column costs a debug build its time.
    const std::size_t step = std::max<std::size_t>(1, model.slots.size() / 14);
    for (std::size_t at = 0; at < model.slots.size(); at += step) {
        const Slot& slot = model.slots[at];
        if (slot.extension || slot.labels.size() > 3) continue;
        for (std::uint32_t number = 1; number <= (slot.repeats ? 2U : 1U); ++number) {
            TargetColumn column;
            column.header = slot.long_label;
            if (number > 1) column.header.insert(slot.repeat_label, "[" + std::to_string(number) + "]");
            column.item = slot.path;
            column.slot = at;
            column.repetition = slot.repeats ? number : 0;
            if (headers.insert(column.header).second) made.columns.push_back(column);
        }
    }
    for (std::size_t record = 0; record < 4; ++record) {
        Row& row = made.records.emplace_back();
        for (std::size_t column = 0; column < made.columns.size(); ++column) {
            row.push_back(value_of(model.slots[*made.columns[column].slot], column, record));
            // Nested forms have no gap between several values.
            if (made.columns[column].repetition > 1 && row[column - 1].empty()) row.back().clear();
        }
    }
    return made;
}

struct Form {
    const char* name;  ///< of the table of forms
    const char* file;
    bool cp932 = false;
    bool english = false;
};

constexpr Form forms[] = {
    {"csv", "d.csv"},
    {"tsv", "d.tsv"},
    {"csv", "d932.csv", true},
    {"xlsx", "d.xlsx"},
    {"json", "d.json"},
    {"jsonl", "d.jsonl"},
    {"geojson", "d.geojson"},
    {"xml", "d.xml"},
    {"jsonld", "d.jsonld"},
    {"ngsi-ld", "d.ngsild"},
    {"json", "e.json", false, true},
    {"xml", "e.xml", false, true},
};

std::string written(const Dataset& dataset, const Model& model, const Form& form, Models& models) {
    const OutputForm& output = *find_output_form(form.name);
    Dialect dialect;
    dialect.delimiter = usual_delimiter(output);
    if (form.cp932) dialect.encoding = Encoding::cp932;
    OutputRequest request{form.file, dialect, Encoding::utf8,
                          output_columns(model, dataset.columns, {}, form.english), true};
    if (output.names_records)
        request.kind = output_kind(*ModelAccess(models), model, model.name, dataset.columns, form.english,
                                   request.columns);
    std::string bytes;
    const auto writer = output.create(memory_sink(bytes), std::move(request));
    std::vector<std::string_view> cells;
    for (const TargetColumn& column : dataset.columns) cells.emplace_back(column.header);
    writer->write_header(cells);
    for (const Row& row : dataset.records) {
        cells.assign(row.begin(), row.end());
        writer->write_record(cells);
    }
    writer->finish();
    return bytes;
}

DatasetSource source_of(const std::string& bytes, const Form& form) {
    return memory_source(bytes, form.file);
}

/// What a check says, without places.
struct Verdict {
    std::multiset<std::string> findings;
    std::vector<std::uint64_t> levels;
};

Verdict verdict(const std::string& bytes, const Form& form, const std::string& name, Models& models) {
    const CheckResult result = validate(source_of(bytes, form), {.model = name, .threads = 1}, models);
    Verdict verdict;
    verdict.levels.assign(result.verdict.levels.begin(), result.verdict.levels.end());
    for (const Finding& one : result.findings) {
        if (one.rule == rules::members_left_out) continue;                                // of the form
        const std::string value = one.record == 0 && !one.item.empty() ? "" : one.value;  // a header
        verdict.findings.insert(std::string(one.rule.text) + " " + std::to_string(one.record) + " " +
                                std::string(one.item) + " [" + value + "] " + std::string(one.expected) +
                                " -> " + std::string(to_string(one.repair.kind)) + " [" + one.repair.value +
                                "] " + std::string(to_string(one.severity)) + " " +
                                std::string(to_string(one.blocks)));
    }
    return verdict;
}

std::string transformed(const std::string& bytes, const Form& form, const std::string& name, Models& models) {
    TransformRequest request;
    request.check.model = name;
    request.check.threads = 1;
    request.write.encoding = Encoding::utf8;
    request.write.bom = false;
    request.write.delimiter = ',';
    request.write.newline = Newline::lf;
    std::string result;
    transform(source_of(bytes, form), memory_target(result), request, models);
    return result;
}

std::string difference(const std::multiset<std::string>& a, const std::multiset<std::string>& b) {
    std::vector<std::string> only;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(only));
    std::string text;
    for (const std::string& one : only) {
        if (text.size() < 2000) text += "\n" + one;
    }
    return text;
}

/// The first line in which two tables differ.
std::string first_difference(const std::string& a, const std::string& b) {
    const std::size_t at =
        static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    if (at == a.size() && at == b.size()) return {};
    const std::size_t from = at < 80 ? 0 : at - 80;
    return a.substr(from, 160) + "\nagainst\n" + b.substr(from, 160);
}

}  // namespace

TEST_CASE("a dataset gets the same findings, levels and records in every form") {
    Models models;
    for (const char* name : {"Person", "Address", "Building", "LegalEntity", "Land", "Facility", "Equipment",
                             "Event", "ContactPoint", "EvacuationSite"}) {
        const Model* model = nullptr;
        {
            ModelAccess access(models);
            model = &access->get(name);
        }
        const Dataset dataset = dataset_of(*model);
        const std::string plain = written(dataset, *model, forms[0], models);
        const Verdict expected = verdict(plain, forms[0], name, models);
        const std::string records = transformed(plain, forms[0], name, models);
        for (const Form& form : forms) {
            std::string bytes;
            try {
                bytes = written(dataset, *model, form, models);
            } catch (const Error&) {
                continue;
            }
            CAPTURE(name, form.file);
            const Verdict found = verdict(bytes, form, name, models);
            CHECK(difference(expected.findings, found.findings) == "");
            CHECK(difference(found.findings, expected.findings) == "");
            CHECK(found.levels == expected.levels);
            CHECK(first_difference(transformed(bytes, form, name, models), records) == "");
        }
    }
}

}  // namespace daicho
