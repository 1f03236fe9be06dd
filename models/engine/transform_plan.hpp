#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/characters/shrink_text.hpp"
#include "models/engine/corporation_search.hpp"
#include "models/engine/inspector.hpp"

namespace daicho {

/// Where the cells of a column of the result come from.
enum class Origin : unsigned char {
    column,
    split,
    join,
    mapping,
    own,
    nothing,
    original,
    address,
    name,
    reading
};

std::string_view to_string(Origin origin);  ///< "column" "split" "join" "map" "own" "nothing" ...

/// One column of the result.
struct TargetColumn {
    std::string header;
    std::string item;  ///< path; empty for an own column
    Origin origin = Origin::nothing;
    std::optional<std::size_t> slot;
    std::optional<std::uint32_t> source;  ///< column of the source that its cells are made from, from 0
    /// Of a list that has several columns: those whose values follow.
    std::vector<std::uint32_t> further{};
    struct Part {
        std::size_t plan = 0;  ///< which split of the model
        std::size_t part = 0;  ///< which part of it
        bool joined = false;   ///< its whole has no column and is made by a join first
    };
    std::optional<Part> split;  ///< fills the cell, or fills it where the source's is empty
    struct Located {
        std::size_t plan = 0;  ///< which address of the model
        AddressItem item = AddressItem::lg_code;
    };
    std::optional<Located> located;  ///< fills the cell where the registry knows the address
    /// The corporate number of which corporation of the model it is, filled by the name where a register
    /// knows it.
    std::optional<std::size_t> corporation;
    /// Which join of the model fills the cell, or fills it where the source's is empty.
    std::optional<std::size_t> join;
    std::uint32_t repetition = 0;  ///< of an item that repeats: 1, 2 …; 0: it has one column
};

/// How characters outside a set are written by others where there is one answer.
struct ItemShrinking {
    ShrinkPolicy policy = ShrinkPolicy::mjsu;
    ShrinkTarget repertoire = ShrinkTarget::jisx0213;
    const CharacterAuthority* authority = nullptr;  ///< outlives the transformation
};

struct TransformOptions {
    bool english_names = false;  ///< headers in English
    bool nested = false;         ///< the result has values under their paths: headers are whole paths
    bool keep_unmapped = true;   ///< own columns are carried over
    bool apply_guesses = false;  ///< guessed repairs too
    bool take_readings = false;  ///< that a workbook has beside texts
    std::optional<ItemShrinking> shrink;
    const AddressReference* addresses = nullptr;      ///< fills items of addresses; null: nothing does
    const CorporationSearch* corporations = nullptr;  ///< fills corporate numbers; null: nothing does
};

/// What is settled before the first record is rewritten: the columns of the result, and where each is filled
/// from.
struct TransformPlan {
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

    std::vector<TargetColumn> columns;
    std::vector<std::uint32_t> dropped;       ///< columns of the source that the result lacks, from 0
    std::vector<std::size_t> unfilled;        ///< items of the required pattern that nothing fills, as slots
    std::vector<std::size_t> located;         ///< addresses of the model whose items may be filled
    std::vector<std::size_t> target_of_slot;  ///< its column of the result; `npos` where it has none
    std::vector<std::size_t> target_of_column;  ///< of each column of the source; `npos` where it was dropped
    std::vector<bool> shrunk;                   ///< for each column of the result
};

/// `inspector` knows the columns of the source.
TransformPlan plan_transform(const Inspector& inspector, const TransformOptions& options);

}  // namespace daicho
