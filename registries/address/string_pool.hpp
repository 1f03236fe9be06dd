#pragma once

#include <cassert>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>

#include "registries/address/index_format.hpp"

namespace daicho {

/// The section `strings` of an address index while it is made: each text once.
class StringPool {
 public:
    StringPool() { add(""); }

    /// The reference that a record has to the text.
    std::uint32_t add(std::string_view text) {
        const auto [found, fresh] = places_.try_emplace(std::string(text), 0);
        if (fresh) found->second = append(text);
        return found->second;
    }
    const std::string& bytes() const { return bytes_; }
    std::string_view text(std::uint32_t reference) const {
        return address_format::referred_string(bytes_, reference);
    }

 private:
    std::uint32_t append(std::string_view text) {
        assert(text.size() <= 0xFFFF);
        if (text.empty()) return 0;
        if (bytes_.size() % 2 != 0) bytes_.push_back('\0');
        const std::size_t at = bytes_.size() / 2;
        assert(at < (std::size_t{1} << 24));
        const bool is_long = text.size() >= address_format::long_string;
        if (is_long) {
            const auto size = static_cast<std::uint16_t>(text.size());
            char head[sizeof size];
            std::memcpy(head, &size, sizeof size);
            bytes_.append(head, sizeof size);
        }
        bytes_.append(text);
        return static_cast<std::uint32_t>(at << 8 | (is_long ? address_format::long_string : text.size()));
    }

    std::string bytes_;
    std::unordered_map<std::string, std::uint32_t> places_;
};

}  // namespace daicho
