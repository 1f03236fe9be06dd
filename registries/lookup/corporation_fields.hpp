#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "registries/corporations/corporation_register.hpp"
#include "registries/lookup/answer_field.hpp"

namespace daicho {

/// What an answer says of a corporation, in a state of it: its number, name, address, status, with former
/// names, the way to its successor and, where the register has more than one state, its history. `as_of`: the
/// day that is asked about, or empty;
/// `states`: all that it has.
AnswerRecord corporation_fields(const CorporationRegister& corporations, const CorporationState& state,
                                const std::vector<CorporationState>& states, std::string_view as_of);

}  // namespace daicho
