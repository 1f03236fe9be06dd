#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"
#include "grammars/formats/table_form.hpp"
#include "models/engine/table_profile.hpp"

namespace daicho {

/// One of the 30 rules of 行政データにおける機械可読性に関するルール (2026-03-31).
struct ReadabilityRule {
    /// Of workbooks, `sheet` is judged for all formats, `workbook` for those whose looks are read.
    enum class Scope : std::uint8_t { any, sheet, workbook, text };

    std::string_view number;  ///< "L1-02"
    Scope scope = Scope::any;
    Text title;
    std::string_view findings;  ///< rules of ours that break it, separated by spaces
    /// That nothing was found says that it holds; else a person has to look as well.
    bool proof = true;
    Text why_not{};  ///< why a program that sees this one file cannot judge it
};

std::span<const ReadabilityRule> readability_table();

/// What is known of one of the rules for a table.
struct ReadabilityVerdict {
    enum class State : std::uint8_t { holds, not_seen, broken, not_judged, not_applicable };

    const ReadabilityRule* rule = nullptr;
    State state = State::not_judged;
    std::vector<std::size_t> lines;  ///< of the tally of findings, that broke it
};

std::string_view to_string(ReadabilityVerdict::State state);  ///< "holds" "not-seen" "broken" ...

/// All of them, by what a profile found.
std::vector<ReadabilityVerdict> judge_readability(const TableFacts& facts, const TableForm& form);

}  // namespace daicho
