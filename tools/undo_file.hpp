#pragma once

#include <string>
#include <string_view>

#include "tools/session.hpp"

namespace daicho {

/// Keeps the bytes of a file that a command is about to change, and writes what takes the change back.
class UndoKeeper {
 public:
    /// `record` is where it is to be written; empty: nothing is kept. Throws Error where one of the files
    /// cannot be read again, or where `record` is one of them or is there already.
    UndoKeeper(const std::string& record, std::string_view command, const std::string& before,
               const std::string& after);
    /// To be called when the changed file is in its place.
    void write() const;

 private:
    std::string record_, command_, after_, bytes_;
};

}  // namespace daicho
