#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "grammars/base/language.hpp"

namespace daicho {

/// How far the identification of an own character has come.
enum class GaijiState : std::uint8_t {
    unsaid,   ///< the table has no states: evidence and one checker settle a row
    open,     ///< nobody has decided; what is named is a proposal
    first,    ///< one person has compared the shapes
    second,   ///< another person too: settled
    applied,  ///< the standard has no such glyph; it was applied for
    added,    ///< it was applied for and has got a number
};

struct GaijiStateName {
    GaijiState state;
    std::string_view key;  ///< as JSON writes it
    Text title;            ///< as tables have it; both are read
};
/// All but `unsaid`, in their order.
std::span<const GaijiStateName> gaiji_states();
const GaijiStateName& name_of(GaijiState state);
/// The state that a cell names, in either language or by its key; `unsaid` where it is empty; none where it
/// is no such word.
std::optional<GaijiState> gaiji_state(std::string_view cell);

}  // namespace daicho
