#pragma once

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "tests/support/shared_data.hpp"

/// The facts of GIF beside the repository.
namespace gif {

using Row = std::map<std::string, std::string>;

inline std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, '\t');) cells.push_back(cell);
    return cells;
}

/// The rows of a table with a line of headers; lines that begin with `#` are none.
inline std::vector<Row> rows_of(const std::string& path) {
    std::ifstream file(path);
    REQUIRE(file);
    std::vector<std::string> head;
    std::vector<Row> rows;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("#")) continue;
        const auto cells = cells_of(line);
        if (head.empty()) {
            head = cells;
            continue;
        }
        Row row;
        for (std::size_t i = 0; i < head.size(); ++i) row[head[i]] = i < cells.size() ? cells[i] : "";
        rows.push_back(row);
    }
    return rows;
}

/// The rows of a table of facts, skipping the test where there are none.
inline std::vector<Row> facts(const std::string& name) {
    return rows_of(shared_data("gif") + "/../../reference/gif/" + name);
}

}  // namespace gif
