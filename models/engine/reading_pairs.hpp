#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/engine/model.hpp"

namespace daicho {

/// An item that says how another one of the same class is read: 名称(カナ) of 名称, familyNameKana of
/// familyName.
struct ReadingPair {
    std::size_t text = 0;     ///< slot of the item that is read
    std::size_t reading = 0;  ///< slot of its reading
};

/// The items of the model that go together so by their names, English or Japanese: no model says it in
/// another way.
std::vector<ReadingPair> reading_pairs(const Model& model);

/// What `item` would hold of a reading as a workbook has it; nothing where that is no kana, or no value of
/// the item.
std::optional<std::string> value_of_reading(const Slot& item, std::string_view written,
                                            const Reading& reading);

}  // namespace daicho
