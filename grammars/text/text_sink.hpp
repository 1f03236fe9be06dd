#pragma once

#include <string_view>

namespace daicho {

/// Takes a text piece by piece, as a std::string does with `append`, and compares it with a given one. What
/// writes a canonical form into a string can so tell, without allocating, whether a text is that form.
class Comparison {
 public:
    explicit Comparison(std::string_view expected) : left_(expected) {}

    void append(std::string_view piece) {
        equal_ &= left_.starts_with(piece);
        if (equal_) left_.remove_prefix(piece.size());
    }
    /// Whether the pieces so far, together, are the expected text.
    bool holds() const { return equal_ && left_.empty(); }

 private:
    std::string_view left_;
    bool equal_ = true;
};

}  // namespace daicho
