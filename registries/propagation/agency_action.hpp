#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// What is to be done with a cell of an agency's table after an event.
enum class AgencyStep : std::uint8_t {
    update,    ///< it says what was: write what is
    done,      ///< it says what is already
    spelling,  ///< it says what is in other words; nothing is forced
    relink,    ///< the corporation was absorbed: the successor takes its place
    close,     ///< the corporation was closed
    confirm,   ///< what was before is not known: a person looks
    conflict,  ///< it says neither what was nor what is
    manual,    ///< something that a person has to settle
    none,      ///< the cell is empty: nothing is filled in
};

/// Why.
enum class AgencyReason : std::uint8_t {
    says_before,         ///< exactly what was before, in the table's notation
    says_before_folded,  ///< what was before, in a spelling of its own
    says_earlier,        ///< what was before an earlier change that the table missed
    says_after,
    says_after_folded,
    spelling_changed,  ///< before and after differ in spelling only
    differs,
    empty,
    before_unknown,
    part_in_conflict,   ///< another part of the address is in conflict, and half an address is none
    no_column,          ///< the table has no column for it
    successor_present,  ///< the successor has a row of its own already, or would get two
    number_withdrawn,
    unwritable,  ///< the cell holds what could not be written again, or the table's encoding lacks a
                 ///< character
};

enum class Confidence : std::uint8_t { high, medium, low };

std::string_view to_string(AgencyStep step);
std::string_view to_string(AgencyReason reason);  ///< "says-before" ...
std::string_view to_string(Confidence confidence);

struct AgencyAction {
    std::uint64_t record = 0;  ///< of the table, 1-based
    std::uint64_t line = 0;
    std::string key;    ///< the cell of the number, as it stands there
    std::string field;  ///< header; that of the number where no column takes it
    std::size_t column = 0;
    std::string old_value;  ///< in the table
    std::string new_value;  ///< in the table's notation; empty where none is proposed
    std::string before;     ///< what the register said, in the table's notation
    std::string after;
    AgencyStep step = AgencyStep::none;
    AgencyReason reason = AgencyReason::differs;
    Confidence confidence = Confidence::high;
    std::vector<std::string> events;  ///< ids
    bool patched = false;             ///< a patch carries it out
    bool shared_key = false;          ///< other records of the table have the number as well
    bool quoted_only_now = false;  ///< the cell was written without quotation marks, the new value needs them
};

}  // namespace daicho
