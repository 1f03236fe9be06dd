#include "grammars/base/os.hpp"
#include "tools/output_stream.hpp"
#include "tools/run.hpp"

#include <iostream>

int main(int count, char** arguments) {
    daicho::ignore_broken_pipes();
    daicho::ignore_file_size_signals();
    daicho::OutputStream out{"-"};
    const auto exit = daicho::run({arguments + 1, arguments + count}, out, std::cerr);
    return static_cast<int>(exit);
}
