#include <cstdio>

#include "grammars/base/digest.hpp"
#include "grammars/formats/archive.hpp"
#include "grammars/values/value_type.hpp"

/// Takes in every library that reading publications needs.
int unreadable(const char* path) {
    int count = 0;
    daicho::for_each_file(
        path, {},
        [](const daicho::FileEntry&, daicho::ByteSource& bytes) { daicho::DigestingSource{bytes}.finish(); },
        [&](const std::string&, const daicho::Error&) { ++count; });
    return count;
}

int main() {
    if (unreadable("no such folder") != 1) return 3;
    const daicho::ValueType* date = daicho::find_value_type("date");
    if (!date) return 2;
    const auto day = date->canonical("令和６年４月１８日", {});
    if (!day) return 1;
    std::printf("%s\n", day->c_str());
}
