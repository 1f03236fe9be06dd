#pragma once

#include <cstddef>
#include <string>

#include "grammars/formats/table_reader.hpp"
#include "tools/session.hpp"

namespace daicho {

/// Tells on standard error what a reader of a table should know of what was found in its structure.
class TableNotes {
 public:
    TableNotes(const Session& session, const std::string& path);

    /// Notes the errors of `batch`, the first ones in words.
    void add(const Batch& batch);
    /// The lines above the header are not in the output; `can_keep`: the command has an option that keeps
    /// them.
    void left_out(const TableReader& table, bool can_keep);
    /// Notes the errors of the file and its header, and how many were not told.
    void finish(const TableReader& table);

    /// Something of the input could not be read and is missing, or there was nothing.
    bool lost() const { return lost_; }

 private:
    void add(const Finding& finding);

    const Session& session_;
    std::string path_;
    std::size_t told_ = 0;
    std::size_t untold_ = 0;
    bool lost_ = false;
};

/// `path`, or an Error that says that an input is needed.
const std::string& require_input(const std::string& path);

}  // namespace daicho
