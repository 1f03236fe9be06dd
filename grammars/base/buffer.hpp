#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstring>
#include <memory>
#include <type_traits>

namespace daicho {

/// A growing array of plain values whose `resize` leaves new places unset: filling it costs one write, not
/// two. Behind the last value there are always 64 bytes that may be read (not used).
template <class T>
class Buffer {
    static_assert(std::is_trivially_copyable_v<T>);

 public:
    T* data() { return values_.get(); }
    const T* data() const { return values_.get(); }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    std::size_t capacity() const { return capacity_; }

    T& operator[](std::size_t i) {
        assert(i < size_);
        return values_[i];
    }
    const T& operator[](std::size_t i) const {
        assert(i < size_);
        return values_[i];
    }
    const T& back() const { return (*this)[size_ - 1]; }

    void clear() { size_ = 0; }
    /// New places hold anything.
    void resize(std::size_t size) {
        if (size > capacity_) grow(size);
        size_ = size;
    }
    void reserve(std::size_t size) {
        if (size > capacity_) grow(size);
    }
    void push_back(T value) {
        if (size_ == capacity_) grow(size_ + 1);
        values_[size_++] = value;
    }
    void append(const T* from, std::size_t count) {
        const std::size_t old = size_;
        resize(size_ + count);
        if (count != 0) std::memcpy(values_.get() + old, from, count * sizeof(T));
    }
    /// Gives the memory back.
    void release() {
        values_.reset();
        size_ = capacity_ = 0;
    }

 private:
    void grow(std::size_t size) {
        const std::size_t capacity = std::max(size, capacity_ + capacity_ / 2);
        const std::size_t margin = (64 + sizeof(T) - 1) / sizeof(T);
        auto values = std::make_unique_for_overwrite<T[]>(capacity + margin);
        if (size_ != 0) std::memcpy(values.get(), values_.get(), size_ * sizeof(T));
        std::memset(static_cast<void*>(values.get() + capacity), 0, margin * sizeof(T));
        values_ = std::move(values);
        capacity_ = capacity;
    }

    std::unique_ptr<T[]> values_;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

}  // namespace daicho
