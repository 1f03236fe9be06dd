#include "tools/version.hpp"

namespace daicho {

const char* version() {
    return DAICHO_VERSION;
}

const char* homepage() {
    return DAICHO_HOMEPAGE;
}

}  // namespace daicho
