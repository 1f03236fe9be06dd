#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// Tells this program from any other build of it: the build id that the linker wrote, else a digest of the
/// file, in hexadecimal digits. Throws Error.
std::string program_identity();

/// What another program wrote to its standard output, and its exit code.
struct ProgramRun {
    int exit_code = 0;  ///< 127: there is no such program; 128 and more: a signal ended it
    std::string out;
};

/// Runs a program that is looked for in $PATH, with the file `input` on its standard input and its messages
/// on the standard error of this one, or nowhere where it is `quiet`. Throws Error where the system cannot.
ProgramRun run_program(const std::vector<std::string>& arguments, bool quiet = false,
                       const std::string& input = "/dev/null");

/// The names of the environment variables that begin with `start` and are not empty, in order.
std::vector<std::string> environment_names(std::string_view start);

}  // namespace daicho
