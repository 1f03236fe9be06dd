#pragma once

#include <cstdint>
#include <optional>

#include "grammars/formats/dialect.hpp"

namespace daicho {

/// What the caller knows already of a table that is to be read; what is left open is found out.
struct ReadOptions {
    std::optional<Encoding> encoding;
    std::optional<char> delimiter;
    std::optional<std::uint32_t>
        header_row;  ///< 1-based number of the header among the records; 0: no header
};

}  // namespace daicho
