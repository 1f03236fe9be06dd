#pragma once

#include <string>

#include "tools/session.hpp"

namespace daicho {

struct UndoFile {
    std::string file;
    std::string record;
    std::string output;
};

/// `characters convert FILE --undo REC -o OUT`.
Exit undo_file(const UndoFile& files, const Session& session);

}  // namespace daicho
