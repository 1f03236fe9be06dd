#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/finding.hpp"
#include "grammars/base/language.hpp"
#include "grammars/formats/table_form.hpp"
#include "models/rules/rule.hpp"

namespace daicho {

/// Which item a column was mapped to, and why.
struct BoundColumn {
    std::uint32_t column = 0;  ///< 1-based
    std::string header;        ///< as written
    std::string item;          ///< path of English names; empty: none
    Text item_name;   ///< the item's name; of no item: the kind of its values. Lives as long as the model
    std::string how;  ///< "name", "alias", "content" ...; empty where no item was bound
    bool confidential = false;  ///< its values are shown only when asked for
};

/// What is known of a file before its records are read.
struct FileFacts {
    std::string path;   ///< name of the source
    TableForm form;     ///< how the file is written
    std::string model;  ///< "gif.core/Person"; empty: checked without a model
    Text model_name;    ///< 個人; lives as long as the model
    /// By which the same model is found again: its name or the path of its file; without a model what was
    /// asked for, "auto" or "none".
    std::string model_reference;
    std::string map;  ///< the transformation that was asked for, and its parameters
    std::map<std::string, std::string, std::less<>> settings;
    std::vector<BoundColumn> columns;
    RuleBook rules;  ///< the built-in rules and those of the model
};

/// What is known of a file once its last record was checked.
struct FileVerdict {
    std::uint64_t records = 0;
    std::optional<Level> level;             ///< lowest level of its records; none bound: no level
    std::array<std::uint64_t, 4> levels{};  ///< records by level, in the order of Level
    std::string pattern;                    ///< required pattern that fits best: "MP01"; empty: none asked
    std::vector<std::string> lacking;       ///< required items of that pattern without a column
    bool partly_told =
        false;  ///< others are held back, known or not wanted: what is told is not all that blocks
};

/// Is told what a check finds: `begin_file`, `add` for each finding, `end_file`. Never from two threads at
/// once, though not always from the same. Findings of records come in the order of the file, those of the
/// file as a whole behind them. What a finding views lives until `end_file` has returned. What a listener
/// throws ends the check and reaches its caller.
class CheckListener {
 public:
    virtual ~CheckListener() = default;

    virtual void begin_file(const FileFacts& facts) = 0;
    virtual void add(const Finding& finding) = 0;
    virtual void end_file(const FileVerdict& verdict) = 0;
    /// In the place of `add`: a finding that is not wanted, of a rule that is left out or suppressed.
    virtual void hold_back(const Finding&) {}
};

}  // namespace daicho
