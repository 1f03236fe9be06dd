#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"
#include "grammars/formats/json_writer.hpp"
#include "models/engine/result_check.hpp"

namespace daicho {

/// What of a cell no item took, as it may be shown.
std::string shown_loss(const Finding& loss);

/// Tells what a transformation did: a JSON object with the columns of the result and where their cells come
/// from, every repaired cell, the findings that remain, what was left out and what stays unfilled. Written as
/// it goes, so that its length costs no memory.
class TransformReport {
 public:
    /// `write` takes the text of the report piece by piece.
    /// `mapping` is what made the table that is transformed, or null.
    TransformReport(const Inspector& inspector, const Transformer& transformer, const Mapping* mapping,
                    Language language, std::function<void(std::string_view)> write);

    void begin(std::string_view source, std::string_view result);
    void add(const Transformed& batch);
    /// `levels`: what the result was found to be, and what its columns allow. `source_records`: how many the
    /// table had that was read.
    void finish(const LevelCount& levels, Level ceiling, std::uint64_t source_records);

    std::uint64_t records() const { return records_; }  ///< of the result
    std::uint64_t edits() const { return edits_; }
    /// Findings of severity error that no repair settled.
    std::uint64_t unresolved() const { return unresolved_; }
    /// Cells of the source of which a part is nowhere in the result; the first ones, see `most_listed`.
    std::uint64_t losses() const { return losses_; }
    const std::vector<Finding>& first_losses() const { return first_losses_; }
    /// Cells with characters that have no one answer, where the characters are shrunk.
    std::uint64_t not_shrunk() const { return not_shrunk_; }
    /// Addresses whose items were not filled, where a registry fills them.
    std::uint64_t not_located() const { return not_located_; }
    /// Names whose corporate number was not filled, where a register fills it.
    std::uint64_t not_identified() const { return not_identified_; }
    /// So many losses, and so many errors that are left, are listed; they are counted in any case.
    static constexpr std::size_t most_listed = 10000;

 private:
    void flush();
    void write_columns();
    void write_unmapped();
    void write_losses();
    void write_left_empty(const std::string& name, const std::map<std::string, std::uint64_t>& by_reason,
                          const std::vector<Finding>& first);
    void write_not_shrunk();

    const Inspector& inspector_;
    const Transformer& transformer_;
    const Mapping* mapping_;
    Language language_;
    std::function<void(std::string_view)> write_;
    std::string text_;
    JsonWriter json_{text_};
    std::vector<std::uint64_t> filled_;
    std::vector<std::map<std::string, std::uint64_t>> rules_;  // edits of each target column by rule
    std::uint64_t records_ = 0;
    std::uint64_t edits_ = 0;
    std::uint64_t unresolved_ = 0;
    std::uint64_t losses_ = 0;
    std::uint64_t not_shrunk_ = 0;
    std::uint64_t not_located_ = 0;
    std::map<std::string, std::uint64_t> not_located_by_;  // reason
    std::vector<Finding> first_losses_;
    std::vector<Finding> first_not_located_;
    std::uint64_t not_identified_ = 0;
    std::map<std::string, std::uint64_t> not_identified_by_;  // reason
    std::vector<Finding> first_not_identified_;
    std::vector<Finding> first_not_shrunk_;
    std::vector<Finding> first_unresolved_;
};

}  // namespace daicho
