#include "registries/corporations/number_repair.hpp"

#include <algorithm>
#include <utility>

#include "grammars/values/check_digit.hpp"

namespace daicho {

std::vector<std::string> repaired_numbers(std::string_view digits) {
    std::vector<std::string> numbers;
    std::string other(digits);
    const auto take = [&] {
        if (other != digits && other[0] == corporate_check_digit(std::string_view(other).substr(1)))
            numbers.push_back(other);
    };
    for (std::size_t i = 0; i < other.size(); ++i) {
        const char own = other[i];
        for (char digit = '0'; digit <= '9'; ++digit) {
            other[i] = digit;
            take();
        }
        other[i] = own;
        if (i == 0) continue;
        std::swap(other[i - 1], other[i]);
        take();
        std::swap(other[i - 1], other[i]);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

}  // namespace daicho
