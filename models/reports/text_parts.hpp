#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "models/reports/report.hpp"
#include "models/rules/tally.hpp"

namespace daicho {

/// The phrases and colours of the text report.
class Words {
 public:
    Words(Language language, bool colour) : language_(language), colour_(colour) {}

    std::string_view say(std::string_view ja, std::string_view en) const {
        return Text{ja, en}.in(language_);
    }
    Language language() const { return language_; }

    std::string bold(std::string_view text) const { return coloured("1", text); }
    std::string dim(std::string_view text) const { return coloured("2", text); }
    std::string severity(Severity severity) const;  ///< 誤り 警告 情報, coloured

    std::string level(Level level) const;  ///< "LV1"; "LV1未満" for none
    /// "12行目: ", "/11/name（12行目）: "; empty where there is no place.
    std::string place(const PlaceForm& form, const Finding& finding) const;
    std::string count(std::uint64_t count) const;     ///< "1,234件"
    std::string findings(std::uint64_t count) const;  ///< "1,234件"; "1 finding", "1,234 findings"
    std::string more(std::uint64_t count) const;      ///< "ほか 20件"

 private:
    std::string coloured(const char* code, std::string_view text) const;

    Language language_;
    bool colour_;
};

/// The title of a rule in the language of the report.
using RuleTitles = std::function<std::string(RuleId)>;

/// How the file is written, and which columns were mapped to which items.
std::string describe_file(const FileFacts& facts, const FileVerdict& verdict, bool open_end,
                          const Words& words);

/// The header of the column that a line of the tally is of; where it has none, its number.
std::string short_column_name(const TallyLine& line, const Words& words);
/// Whether the description of the file at the top says it: nobody has to do anything about it.
bool is_told_at_the_top(const TallyLine& line);
/// The line above the places where one rule is broken in one column.
std::string group_header(const TallyLine& line, const RuleTitles& titles, const Words& words);

/// Totals, level and what keeps the file from the next one.
std::string describe_verdict(const FileFacts& facts, const FileVerdict& verdict, const Tally& tally,
                             const RuleTitles& titles, const Words& words);
/// What fixes what can be fixed safely; empty where nothing does.
struct FixCommands {
    std::string items;    ///< in the columns that are items
    std::string columns;  ///< in all columns
};

/// What to do next.
std::string describe_next_steps(const FixCommands& commands, const Tally& tally, const Words& words);

}  // namespace daicho
