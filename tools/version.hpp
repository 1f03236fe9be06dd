#pragma once

namespace daicho {

/// The version of the program: "0.1.0".
const char* version();

/// Where the project is at home on the web; empty where that was not told when the program was built.
const char* homepage();

}  // namespace daicho
