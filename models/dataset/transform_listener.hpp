#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/finding.hpp"
#include "grammars/base/language.hpp"
#include "grammars/formats/dialect.hpp"

namespace daicho {

/// One column of the result.
struct ResultColumn {
    std::string header;
    std::string item;  ///< path of English names; empty: an own column of the source
    std::string_view
        origin;  ///< where its cells come from: "column" "split" "join" "map" "own" "nothing" ...
    std::vector<std::string> from;  ///< headers of the columns of the source that its cells are made from
};

/// A column of the source that no item of the model is for.
struct UnmappedColumn {
    std::string header;
    bool kept = false;   ///< the result has it
    std::string reason;  ///< why it was left out, where the transformation says so
};

/// What is known of a transformation before its records are read. Texts live as long as the models.
struct TransformFacts {
    std::string source;
    std::string result;
    Dialect source_dialect;
    Dialect result_dialect;  ///< of a table of text
    std::string model;       ///< "gif.core.person/Person"
    bool mapped = false;     ///< by a .gift file
    std::vector<ResultColumn> columns;
    std::vector<UnmappedColumn> unmapped;
    std::vector<Text> unfilled;  ///< required items that nothing fills: the name, and the path
    bool fills_addresses = false;
    bool fills_corporations = false;
    bool shrinks = false;
};

/// One cell of the result that is not as the source wrote it. Views live for the call.
struct CellChange {
    std::uint64_t record = 0;
    std::uint64_t line = 0;
    std::size_t column = 0;  ///< of the result, from 0
    RuleId rule;             ///< the rule that the source broke; empty for a split or join
    RepairKind kind = RepairKind::normal_form;
    std::string_view before;
    std::string_view after;
    std::string_view note;  ///< how it was found: "exact residence"; mostly empty
    bool confidential = false;
};

/// What of the source is not as it should be in the result.
enum class LeftOver : unsigned char {
    error,      ///< a finding of severity error that no repair settled
    loss,       ///< a cell of which a part is nowhere in the result; or what stands around the records (S107,
                ///< S129)
    not_split,  ///< a cell of which a part found no item, and is in the item of the whole alone (R403)
    not_located,     ///< an address whose items were not filled; `detail` says why
    not_identified,  ///< a name whose corporate number was not filled; `detail` says why
    not_shrunk,      ///< a cell with characters that have no one answer; `detail`: these
};
inline constexpr std::size_t left_over_kinds = 6;

/// What a transformation came to.
struct TransformOutcome {
    std::uint64_t source_records = 0;
    std::uint64_t records = 0;  ///< of the result
    std::uint64_t fixed = 0;    ///< findings that a repair settled, of any severity
    std::uint64_t changed = 0;  ///< cells of the result that are not as the source wrote them
    std::uint64_t filled = 0;   ///< of those: cells that were empty before
    std::array<std::uint64_t, left_over_kinds> left{};  ///< in the order of LeftOver
    Level level = Level::none;                          ///< of the result
    std::array<std::uint64_t, 4> levels{};              ///< records of the result, in the order of Level
    /// Of each column of the result.
    struct Column {
        std::uint64_t filled = 0;                      ///< cells with a value
        std::map<std::string, std::uint64_t> changes;  ///< by rule; "" for a split or join
    };
    std::vector<Column> columns;

    std::uint64_t left_over(LeftOver kind) const { return left[static_cast<std::size_t>(kind)]; }
};

/// Is told what a transformation does: `begin`, then the changes and what is left of each batch of records in
/// the order of the file, then `end`. Never from two threads at once, though not always from the same. What
/// it throws ends the run.
class TransformListener {
 public:
    virtual ~TransformListener() = default;

    virtual void begin(const TransformFacts& facts) = 0;
    virtual void change(const CellChange& change) = 0;
    /// `finding` views texts that live until `end` has returned.
    virtual void left(LeftOver kind, const Finding& finding) = 0;
    virtual void end(const TransformOutcome& outcome) = 0;
};

}  // namespace daicho
