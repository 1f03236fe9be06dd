#include "tools/version.hpp"

namespace daicho {

const char* version() {
    return DAICHO_VERSION;
}

}  // namespace daicho
