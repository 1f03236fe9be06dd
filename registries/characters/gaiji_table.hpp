#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "grammars/base/os.hpp"
#include "registries/characters/gaiji_code.hpp"
#include "registries/characters/gaiji_state.hpp"
#include "registries/characters/register_numbers.hpp"

namespace daicho {

class Registry;

/// A row of an organisation's table of its own characters: what one of them was identified with, and by whom.
/// Texts as they are written, without spaces around them.
struct GaijiEntry {
    std::string site;  ///< the organisation or system whose character it is
    std::string code;  ///< as it is written in the table
    GaijiCodeForm form = GaijiCodeForm::own;
    std::string unit;  ///< as which it stands in texts; empty: in none, or it is not clear
    std::vector<std::string>
        numbers;             ///< MJ025760, GJ000001: what it was identified with; one, when all is well
    std::string character;   ///< the same as a character: a unit; empty: not said
    std::string unreadable;  ///< a number or character that is none; empty: all could be read
    std::string candidates;  ///< what it may be: nobody has decided yet
    std::string evidence;
    std::string checker;
    std::string checked_on;
    std::string note;
    GaijiState state = GaijiState::unsaid;
    std::string second_checker;
    std::string second_checked_on;
    RegisterNumbers registers;
    std::string readings;  ///< parted by any sign
    std::string strokes;
    std::string radical;     ///< 1 to 214, or the radical itself
    std::string stand_in;    ///< the character that is written where there is no gaiji
    std::uint64_t line = 0;  ///< of the file; 0: from a registry

    bool identified() const { return !numbers.empty() || !character.empty(); }
};

struct GaijiTable {
    std::string name;  ///< file or registry
    std::vector<GaijiEntry> entries;

    /// In the order in which they come.
    std::vector<std::string> sites() const;
    /// The part that speaks of one site.
    GaijiTable of_site(const std::string& site) const;
};

/// Reads a table from a file; its columns are known by their headers (class GaijiEntry in
/// models/publications/standard_characters.gifm). Bare codes that are both Unicode and CP932 are read as the
/// others of their site are. Throws Error where there is no column of codes or none of what they were
/// identified with.
GaijiTable read_gaiji_table(std::unique_ptr<ByteSource> file);

/// The tables that were imported.
GaijiTable gaiji_of(const Registry& registry);

}  // namespace daicho
