#pragma once

#include <string_view>

#include "models/comparison/column_meaning.hpp"
#include "models/comparison/difference.hpp"
#include "models/comparison/place_history.hpp"
#include "models/engine/knowledge_sources.hpp"

namespace daicho {

/// Says what the difference of two texts of a column comes to.
class DifferenceJudge {
 public:
    /// `history` may be null; whom both name must outlive it.
    DifferenceJudge(const KnowledgeSources& knowledge, const PlaceHistory* history)
        : knowledge_(knowledge), history_(history) {}

    /// Of texts that are not equal.
    DifferenceClass judge(std::string_view before, std::string_view after,
                          const ColumnMeaning& meaning) const;

 private:
    bool renewed(std::string_view before, std::string_view after, const ColumnMeaning& meaning) const;
    bool same_place(std::string_view before, std::string_view after, const ColumnMeaning& meaning) const;

    KnowledgeSources knowledge_;
    const PlaceHistory* history_;
};

}  // namespace daicho
