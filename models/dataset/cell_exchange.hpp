#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "grammars/base/record_place.hpp"
#include "grammars/base/rule_id.hpp"
#include "grammars/formats/read_options.hpp"
#include "grammars/formats/table_form.hpp"

namespace daicho {

struct CellEdit;

/// A cell that was fixed, or is to be. Texts are UTF-8.
struct FixedCell {
    std::uint64_t record = 0;  ///< 1 = the first one below the header
    RecordPlace place;
    std::string header;
    std::string before;
    std::string after;
    RuleId rule;                ///< of the first finding about the cell
    bool confidential = false;  ///< the texts are shown only when asked for
};

/// Whether `CellExchange` takes tables of that form: of text (CSV, TSV), and JSON records.
bool has_cells_to_exchange(const TableForm& form);

/// How the cells of a table are exchanged in the text as it is written: every byte that is of no such cell
/// stays, quotation marks, line ends and order included.
class CellExchange {
 public:
    /// `bytes` are those of a table of text (CSV, TSV) or of JSON records; `name` stands for it in messages.
    /// Throws Error for other forms, and where the table cannot be read.
    CellExchange(const std::string& bytes, std::string name, ReadOptions read);

    bool is_json() const { return json_; }
    /// `bytes` with the cells exchanged. Those that cannot be written (broken bytes) are taken out of
    /// `cells`. In the order of the records.
    std::string exchange(const std::string& bytes, std::vector<FixedCell>& cells) const;
    /// The patch that makes `before` of `after`, in which `cells` were exchanged.
    std::string undo(const std::string& before, const std::string& after,
                     const std::vector<FixedCell>& cells) const;

 private:
    std::vector<CellEdit> edits_of(const std::string& bytes, const std::vector<FixedCell>& cells) const;

    std::string name_;
    ReadOptions read_;
    bool json_ = false;
    std::string key_;  ///< header of the first column that has one: tells a row to people
};

}  // namespace daicho
