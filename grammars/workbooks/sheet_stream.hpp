#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "grammars/base/buffer.hpp"
#include "grammars/base/os.hpp"
#include "grammars/workbooks/row_scanner.hpp"

namespace daicho {

/// The part of a worksheet on its way to the parser of XML. Where that stands between two rows, rows in the
/// usual shape can be taken before it sees them; it is given what is left over, in pieces that end where
/// rows may begin. Lines are kept: for each row that was taken there are as many line ends.
class SheetStream final : public ByteSource {
 public:
    /// `part` must outlive it.
    SheetStream(ByteSource& part, const CellMeanings& meanings) : part_(part), scanner_(meanings) {}

    /// The row that comes next, if it is in the usual shape. `before`: number of the row above.
    bool take_row(std::uint64_t before, SheetRow& row);

    std::size_t read(char* to, std::size_t size) override;
    bool rewindable() const override { return false; }
    void rewind() override {}
    const std::string& name() const override { return part_.name(); }

 private:
    std::string_view rest() const { return {buffer_.data() + begin_, buffer_.size() - begin_}; }
    bool fill();
    std::size_t end_of_piece(std::string_view text);

    ByteSource& part_;
    RowScanner scanner_;
    Buffer<char> buffer_;
    std::size_t begin_ = 0;        ///< of what was not given out
    std::size_t lines_taken_ = 0;  ///< line ends in rows that were taken, which the parser was not given yet
    unsigned unusual_ = 0;         ///< rows in a row that were
    bool begun_ = false;
    bool scans_ = true;     ///< rows may be in the usual shape
    bool in_rows_ = false;  ///< the start of the rows was seen
};

}  // namespace daicho
