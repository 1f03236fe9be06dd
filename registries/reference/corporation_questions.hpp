#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include "registries/reference/asked_registry.hpp"

namespace daicho {

/// What the register says today of the corporation with a number of 13 digits in these items (of
/// `corporation_item`), one behind the other; empty where it has no such number, where the number was
/// withdrawn, or where it says nothing of it.
std::string cells_of_corporation(AskedRegistry& asked, std::string_view number,
                                 std::initializer_list<std::size_t> items);

template <std::size_t... items>
std::string cells_of_corporation(AskedRegistry& asked, std::string_view number) {
    return cells_of_corporation(asked, number, {items...});
}

/// Likewise the code of the municipality of its seat, with its check digit: 131016.
std::string municipality_of_corporation(AskedRegistry& asked, std::string_view number);

}  // namespace daicho
