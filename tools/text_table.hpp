#pragma once

#include <string>
#include <vector>

namespace daicho {

/// Lines of a table for a terminal: columns as wide as their widest cell (East Asian wide characters count
/// two), numbers to the right, two spaces between them.
class TextTable {
 public:
    explicit TextTable(std::vector<std::string> header) { rows_.push_back(std::move(header)); }

    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    bool empty() const { return rows_.size() == 1; }
    std::string text() const;

 private:
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace daicho
