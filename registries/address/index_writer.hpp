#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "registries/address/index_format.hpp"

namespace daicho {

/// Collects the sections of an address index and writes them. The arrays given must live until `write`.
class AddressIndexWriter {
 public:
    template <class Element>
    void add(address_format::Section which, const std::vector<Element>& elements) {
        sections_[static_cast<std::size_t>(which)] = {
            {reinterpret_cast<const char*>(elements.data()), elements.size() * sizeof(Element)},
            sizeof(Element)};
    }
    void add(address_format::Section which, std::string_view bytes) {
        sections_[static_cast<std::size_t>(which)] = {bytes, 1};
    }

    /// Writes the file beside `path` and renames it. Throws Error.
    void write(const std::string& path, std::string_view generation) const;

 private:
    struct Content {
        std::string_view bytes;
        std::uint32_t element = 1;
    };
    std::array<address_format::SectionPlace, static_cast<std::size_t>(address_format::Section::count)>
    places() const;

    std::array<Content, static_cast<std::size_t>(address_format::Section::count)> sections_;
};

}  // namespace daicho
