#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/os.hpp"

namespace daicho {

/// The texts that the cells of a workbook share, each once.
class SharedStrings {
 public:
    SharedStrings() = default;
    /// Reads the part of a workbook that holds them. Throws Error where it is damaged or has more than 2 GiB
    /// of text.
    explicit SharedStrings(ByteSource& part);

    /// Throws Error where it would be more than 2 GiB.
    void add(std::string_view text);

    std::size_t size() const { return ends_.size(); }
    std::string_view operator[](std::size_t index) const {
        const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
        return std::string_view(text_).substr(begin, ends_[index] - begin);
    }
    /// How a text is read, as far as the workbook says; empty: it does not.
    std::string_view reading(std::size_t index) const;

 private:
    void end_text();

    std::string text_;
    std::vector<std::uint32_t> ends_;
    struct Reading {
        std::uint32_t text, begin, end;  ///< of which text; where in `readings_`
    };
    std::string readings_;
    std::vector<Reading> reading_of_;  ///< of the texts that have one, in their order
};

class XmlReader;

/// Appends the text of an element with `t` and runs of them (CT_Rst), at whose start the reader is, and goes
/// to its end. _x000D_ is the character that it stands for. How the text is read (`rPh`) is no part of it and
/// is appended to `reading`: what no reading stands over is in it as written.
void append_rich_text(XmlReader& xml, std::string& out, std::string& reading);

}  // namespace daicho
