#include "registries/store/number_filter.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>

#include "registries/store/database.hpp"

namespace daicho {

NumberFilter::NumberFilter(Statement& numbers) {
    std::vector<std::int64_t> all;
    while (numbers.step()) {
        const std::int64_t number = numbers.integer(0);
        if (all.empty() || all.back() != number) all.push_back(number);
    }
    numbers.reset();
    const std::size_t bits = std::bit_ceil(std::max<std::size_t>(all.size(), 64) * 16);
    words_.resize(bits / 64);
    shift_ = 64 - std::countr_zero(bits);
    for (const std::int64_t number : all) {
        const std::uint64_t bit = place_of(number);
        words_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
}

}  // namespace daicho
