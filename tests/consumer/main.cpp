#include <cstdio>

#include "grammars/values/value_type.hpp"

int main() {
    const daicho::ValueType* date = daicho::find_value_type("date");
    if (!date) return 2;
    const auto day = date->canonical("令和６年４月１８日", {});
    if (!day) return 1;
    std::printf("%s\n", day->c_str());
}
