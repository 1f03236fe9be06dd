#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"
#include "grammars/formats/json_writer.hpp"
#include "models/dataset/transform_listener.hpp"

namespace daicho {

/// The unmapped part of a cell, as it may be shown.
std::string shown_loss(const Finding& loss);

/// Tells what a transformation did: a JSON object with the columns of the result and where their cells come
/// from, every changed cell, the findings that remain, what was left out and what stays unfilled. Written as
/// it goes, so that its length costs no memory.
class TransformReport final : public TransformListener {
 public:
    /// `write` takes the text of the report piece by piece; empty: only what is left is kept.
    TransformReport(Language language, std::function<void(std::string_view)> write);

    void begin(const TransformFacts& facts) override;
    void change(const CellChange& change) override;
    void left(LeftOver kind, const Finding& finding) override;
    void end(const TransformOutcome& outcome) override;

    const TransformFacts& facts() const { return facts_; }
    /// Cells of the source of which a part is nowhere in the result; the first ones, see `most_listed`.
    const std::vector<Finding>& first_losses() const { return left_[at(LeftOver::loss)].first; }
    /// So many of each kind of what is left are listed; they are counted in any case.
    static constexpr std::size_t most_listed = 10000;

 private:
    /// What is left of one kind.
    struct Left {
        std::vector<Finding> first;
        std::map<std::string, std::uint64_t> by_reason;
    };

    static std::size_t at(LeftOver kind) { return static_cast<std::size_t>(kind); }
    Finding owned(Finding finding);
    void flush();
    void write_columns(const TransformOutcome& outcome);
    void write_unmapped();
    void write_losses();
    void write_located();
    void write_left_empty(const std::string& name, const Left& left);
    void write_not_shrunk();
    void write_summary(const TransformOutcome& outcome);

    Language language_;
    std::function<void(std::string_view)> write_;
    std::string text_;
    JsonWriter json_{text_};
    TransformFacts facts_;
    std::array<Left, left_over_kinds> left_;
    std::map<std::string, std::uint64_t> located_;  // records, by the note of what was filled
    std::uint64_t last_located_ = 0;                // the record that was counted last
    std::set<std::string, std::less<>> texts_;      // what `left_` views
};

}  // namespace daicho
