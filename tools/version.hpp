#pragma once

namespace daicho {

/// The version of the program: "0.1.0".
const char* version();

}  // namespace daicho
