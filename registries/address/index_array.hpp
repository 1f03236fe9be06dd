#pragma once

#include <cstddef>
#include <span>

namespace daicho {

/// Throws Error: the index of addresses is damaged.
[[noreturn]] void refuse_damaged_index();

/// A section of an address index. What stands in a mapped file may be anything, so that each place is
/// checked: one outside of the section is Error, never a look at other memory.
template <class Element>
class IndexArray {
 public:
    IndexArray() = default;
    IndexArray(std::span<const Element> elements) : data_(elements.data()), size_(elements.size()) {}

    const Element& operator[](std::size_t i) const {
        if (i >= size_) [[unlikely]]
            refuse_damaged_index();
        return data_[i];
    }
    std::span<const Element> subspan(std::size_t first, std::size_t count) const {
        if (first > size_ || count > size_ - first) [[unlikely]]
            refuse_damaged_index();
        return {data_ + first, count};
    }
    const Element& back() const { return (*this)[size_ - 1]; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    const Element* begin() const { return data_; }
    const Element* end() const { return data_ + size_; }
    const Element* data() const { return data_; }
    operator std::span<const Element>() const { return {data_, size_}; }

 private:
    const Element* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace daicho
