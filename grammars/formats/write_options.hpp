#pragma once

#include <optional>

#include "grammars/formats/dialect.hpp"

namespace daicho {

/// How a table is to be written. What is not set stays as the source has it.
struct WriteOptions {
    std::optional<Encoding> encoding;
    std::optional<Newline> newline;  ///< lf, crlf or cr
    std::optional<char> delimiter;
    std::optional<bool> bom;
};

/// The dialect to write in: that of the source, changed by what was asked for.
Dialect output_dialect(const Dialect& source, const WriteOptions& options);

}  // namespace daicho
