#include "tools/scratch_name.hpp"

#include "grammars/base/error.hpp"
#include "grammars/base/os_files.hpp"

namespace daicho {

ScratchName::ScratchName(const std::string& what)
    : name_(make_temporary_beside(temporary_folder() + "/" + what)) {}

ScratchName::~ScratchName() {
    try {
        remove_file(name_);
    } catch (const Error&) {  // somebody else cleaned the folder
    }
}

}  // namespace daicho
