#include "grammars/text/counted.hpp"

namespace daicho {

std::string grouped(std::int64_t number) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3 + (number < 0);) text.insert(at -= 3, ",");
    return text;
}

std::string counted(std::uint64_t number, std::string_view one) {
    return grouped(static_cast<std::int64_t>(number)).append(" ").append(one) + (number == 1 ? "" : "s");
}

}  // namespace daicho
