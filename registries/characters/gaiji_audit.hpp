#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/finding.hpp"
#include "grammars/base/language.hpp"
#include "registries/characters/gaiji_census.hpp"
#include "registries/characters/gaiji_table.hpp"
#include "registries/characters/standard_glyphs.hpp"

namespace daicho {

/// What can be open about a table of own characters.
enum class GaijiIssue : std::uint8_t {
    missing,              ///< in the data, and the table does not say what it is
    broken,               ///< in the data as U+FFFD: what it was is lost
    unclear_code,         ///< the code can be Unicode and CP932
    unreadable,           ///< no code, number or character where one should be
    not_identified,       ///< it is identified with nothing; there may be candidates
    several_targets,      ///< a row has two numbers, or a number and a character that is another glyph
    one_code_two_glyphs,  ///< rows of one site identify one code with different glyphs
    unknown_glyph,        ///< the set has no such number
    not_loaded,           ///< the set of the number is not in the registry: nobody can say
    no_evidence,
    no_checker,
    not_confirmed,         ///< by its state one check, or both, are still to come
    state_lacks_checker,   ///< its state says that it was checked, and the checker is missing
    same_checker,          ///< both checks are by one person
    added_without_number,  ///< it was added to the standard, and there is no number
    numbers_disagree,      ///< a number of another set that is written beside is another glyph
    two_codes_one_glyph,   ///< after a replacement one cannot go back
    sites_differ,          ///< two sites have different glyphs at one code: their data must not be mixed
    no_writing,            ///< the glyph is in the set and no text can write it
    repeated,              ///< the same row twice
    waiting,               ///< it was applied for: it stays as it is until it is added
    unused,                ///< it is not in the data
};

struct GaijiIssueName {
    GaijiIssue issue;
    std::string_view key;  ///< as JSON writes it
    Severity severity;     ///< errors are open: the table does not do as it is
    Text title;
    Text remedy;  ///< what to do about it
};
/// Every issue, in the order in which they are reported.
std::span<const GaijiIssueName> gaiji_issues();
const GaijiIssueName& name_of(GaijiIssue issue);

struct GaijiFinding {
    GaijiIssue issue = GaijiIssue::missing;
    std::vector<std::string> sites;    ///< of the table
    std::vector<std::string> codes;    ///< as written; of a character in the data its code point
    std::vector<std::string> glyphs;   ///< numbers or characters that play a part in it
    std::vector<std::uint64_t> lines;  ///< of the table
    std::string detail;                ///< candidates, or what could not be read
    GaijiCensus::Use use;              ///< in the data
};

/// An own character and what the table has it written as.
struct GaijiReplacement {
    std::string site;
    std::string from;   ///< unit
    std::string to;     ///< unit
    std::string glyph;  ///< MJ or GJ number; empty: identified by the character alone
    std::string evidence;
    std::string checker;
    std::string checked_on;
};

struct GaijiAudit {
    std::vector<GaijiFinding> findings;  ///< by issue, then as the table or the data has them
    std::uint64_t rows = 0;
    std::uint64_t identified = 0;  ///< rows with one glyph that is in its set, evidence and a checker
    std::uint64_t numbers =
        0;                    ///< rows whose code is a number of a system: no data can be compared with them
    std::uint64_t kinds = 0;  ///< own characters in the data that are different
    std::uint64_t uses = 0;   ///< their number
    std::uint64_t covered = 0;  ///< of the different ones: the table says what they are
    std::uint64_t standard =
        0;  ///< of the different ones: no own characters, by an imported font or table of GJ
    std::uint64_t waiting = 0;  ///< rows that were applied for
    bool with_data = false;
    std::vector<GaijiReplacement> replacements;  ///< of rows about which nothing is open

    /// No finding is an error.
    bool complete() const;
    std::uint64_t count(GaijiIssue issue) const;
};

/// `glyphs`: what is known of the sets; `data`: null where there is none to compare with.
GaijiAudit audit_gaiji(const GaijiTable& table, const StandardGlyphs& glyphs, const GaijiCensus* data);

}  // namespace daicho
