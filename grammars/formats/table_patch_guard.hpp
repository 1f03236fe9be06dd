#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/table_patch.hpp"

namespace daicho {

/// Decides which edits of a record are made, whatever form the table has, and counts what becomes of them.
class PatchGuard {
 public:
    /// The text of the record's cell under that header; nothing where the cell holds none. Lives for the
    /// call.
    using CellOf = std::function<std::optional<std::string_view>(const std::string& header)>;

    /// The edits of a record (all of them) that have to be made: where one is refused none is. An edit from a
    /// text to itself only asks that the text be there.
    std::vector<const CellEdit*> needed(std::span<const CellEdit> edits, const CellOf& cell);
    /// The edits could not be carried out after all.
    void refuse(const std::vector<const CellEdit*>& edits, RefusedEdit::Why why);
    /// There is no such record.
    void refuse_rest(std::span<const CellEdit> edits);
    void made(std::size_t count) { outcome_.made += count; }

    PatchOutcome take() { return std::move(outcome_); }

 private:
    PatchOutcome outcome_;
};

/// The edits of `record` at the front of `edits`, which are in the order of their records; they are taken
/// off.
std::span<const CellEdit> take_edits(std::span<const CellEdit>& edits, std::uint64_t record);

}  // namespace daicho
