#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "grammars/formats/table_reader.hpp"
#include "grammars/model_language/parse_model.hpp"
#include "models/engine/mapping.hpp"
#include "models/engine/pivot.hpp"

namespace daicho {

/// What a transformation with these statements makes of a table.
struct MappedTable {
    std::vector<std::vector<std::string>> table;    ///< headers, then records
    std::vector<std::vector<std::uint64_t>> lines;  ///< of the cells of the records
    std::vector<std::string> losses;                ///< "rule record:line:column value (detail)"
    std::vector<std::string> findings;              ///< "rule record:line"
    std::vector<std::uint64_t> numbers;             ///< of the records
    bool confidential = false;                      ///< all losses are, and what is found of them

    MappedTable(const Model& model, const std::string& statements, const std::string& csv, bool keep = true) {
        TransformSource source;
        source.path = "t.gift";
        source.text = "transform t to Facility {\n" + statements + "\n}";
        source.tree = parse_transform(source.text, source.path);
        const auto reader = read_table(csv);
        const Mapping mapping(source, model, reader->header(), {}, keep);
        table.push_back(mapping.headers());
        MappedBatch mapped;
        Batch batch;
        if (!mapping.pivot()) {
            while (reader->next(batch)) take(mapping, batch, mapped);
            return;
        }
        Pivot pivot(*mapping.pivot(), mapping.source_headers());
        while (reader->next(batch)) pivot.add(batch);
        while (pivot.next(batch)) take(mapping, batch, mapped);
    }

 private:
    void take(const Mapping& mapping, const Batch& batch, MappedBatch& mapped) {
        mapping.map(batch, mapped);
        for (std::size_t i = 0; i < mapped.batch.size(); ++i) {
            numbers.push_back(mapped.batch.record_number(i));
            auto& row = table.emplace_back();
            auto& from = lines.emplace_back();
            for (std::size_t column = 0; column < table.front().size(); ++column) {
                row.emplace_back(mapped.batch.cell(i, column));
                from.push_back(mapped.batch.origin(i, column).place.line);
            }
        }
        for (const Finding& loss : mapped.losses) {
            losses.push_back(std::string(loss.rule.text) + " " + std::to_string(loss.record) + ":" +
                             std::to_string(loss.place.line) + ":" + std::string(loss.header) + " " +
                             loss.value + " (" + loss.detail + ")");
            confidential = loss.confidential && (confidential || losses.size() == 1);
        }
        for (const Finding& finding : mapped.batch.findings()) {
            if (finding.rule.text == "M611") confidential = confidential && finding.confidential;
            findings.push_back(std::string(finding.rule.text) + " " + std::to_string(finding.record) + ":" +
                               std::to_string(finding.place.line));
        }
    }
};

}  // namespace daicho
