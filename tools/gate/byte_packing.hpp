#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace daicho {

/// Appends numbers (seven bits a byte, the lowest first) and texts (size, bytes).
class BytePacker {
 public:
    BytePacker& number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(0x80 | (value & 0x7F));
        out_ += static_cast<char>(value);
        return *this;
    }
    BytePacker& flag(bool value) { return number(value ? 1 : 0); }
    BytePacker& text(std::string_view text) {
        number(text.size());
        out_ += text;
        return *this;
    }
    BytePacker& texts(const std::vector<std::string>& texts) {
        number(texts.size());
        for (const std::string& one : texts) text(one);
        return *this;
    }
    std::string take() { return std::move(out_); }

 private:
    std::string out_;
};

/// Reads what BytePacker wrote. What lies behind the end is 0 and ""; `good` says whether it came to that.
class ByteUnpacker {
 public:
    explicit ByteUnpacker(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (rest_.empty()) break;
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= std::uint64_t{byte & 0x7Fu} << shift;
            if (byte < 0x80) return value;
        }
        good_ = false;
        return 0;
    }
    bool flag() { return number() != 0; }
    std::string_view text() {
        const std::uint64_t size = number();
        if (size > rest_.size()) good_ = false;
        if (!good_) return {};
        const std::string_view text = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return text;
    }
    std::vector<std::string> texts() {
        std::vector<std::string> texts;
        for (std::uint64_t left = number(); left != 0 && good_; --left) texts.emplace_back(text());
        return texts;
    }
    bool good() const { return good_; }
    bool at_end() const { return rest_.empty(); }

 private:
    std::string_view rest_;
    bool good_ = true;
};

}  // namespace daicho
