#pragma once

#include <string>

namespace daicho {

/// Throws the Error of a system call that ended with the errno `code`: "NAME: what could not be done: why",
/// with what to do where that is known.
[[noreturn]] void throw_system_error(const std::string& name, const char* ja, const char* en, int code);

}  // namespace daicho
