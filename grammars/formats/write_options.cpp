#include "grammars/formats/write_options.hpp"

#include "grammars/formats/encoding.hpp"

namespace daicho {

Dialect output_dialect(const Dialect& source, const WriteOptions& options) {
    Dialect dialect = source;
    dialect.encoding = options.encoding.value_or(source.encoding);
    dialect.bom = options.bom.value_or(source.bom) && !byte_order_mark(dialect.encoding).empty();
    dialect.delimiter = options.delimiter.value_or(source.delimiter);
    // More kinds of line ends may come than were seen so far; records that stay keep theirs.
    dialect.newline = options.newline.value_or(Newline::mixed);
    return dialect;
}

}  // namespace daicho
