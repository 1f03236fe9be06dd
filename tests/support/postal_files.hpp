#pragma once

#include <string>
#include <vector>

#include "grammars/formats/archive.hpp"
#include "grammars/formats/table_reader.hpp"
#include "registries/sources/postal_lines.hpp"

/// A file of KEN_ALL, read and joined.
struct KenAll {
    std::vector<daicho::PostalRecord> records;
    std::uint64_t rows = 0;
    std::uint64_t continuations = 0;
};

/// Calls `use(batch, record)` for each row of a table without header; `locator` may lead into an archive.
template <class Use>
void for_each_row(const std::string& locator, Use use) {
    daicho::ReadOptions options;
    options.header_row = 0;
    const auto table = daicho::open_table(daicho::open_file(locator), options);
    daicho::Batch batch;
    while (table->next(batch)) {
        for (std::size_t record = 0; record < batch.size(); ++record) use(batch, record);
    }
}

inline KenAll read_ken_all(const std::string& locator, bool one_notation = true) {
    KenAll read;
    daicho::PostalLineJoiner joiner([&](const daicho::PostalRecord& record) {
        read.records.push_back(record);
        if (one_notation) use_utf8_notation(read.records.back());
    });
    for_each_row(locator, [&](const daicho::Batch& batch, std::size_t record) {
        daicho::PostalRow row;
        for (std::size_t i = 0; i < row.size(); ++i) row[i] = batch.cell(record, i);
        joiner.add(row, batch.line(record));
    });
    joiner.finish();
    read.rows = joiner.rows();
    read.continuations = joiner.continuations();
    return read;
}
