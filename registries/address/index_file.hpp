#pragma once

#include <cassert>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

#include "grammars/base/os_mapped_file.hpp"
#include "registries/address/index_array.hpp"
#include "registries/address/index_format.hpp"

namespace daicho {

/// An address index, mapped: its sections as arrays, each place of which is checked (`IndexArray`). What
/// stands there is believed; `verify` is there for who does not.
class AddressIndexFile {
 public:
    /// Throws Error where it is no index, of another version, or shorter than it says.
    explicit AddressIndexFile(const std::string& path);

    template <class Element>
    std::span<const Element> section(address_format::Section which) const {
        const auto& place = places_[static_cast<std::size_t>(which)];
        assert(place.element == sizeof(Element));
        return {reinterpret_cast<const Element*>(file_.bytes().data() + place.offset),
                place.size / sizeof(Element)};
    }

    /// A string by its offset in the section `strings`.
    std::string_view string(std::uint32_t at) const {
        return address_format::referred_string({strings_.data(), strings_.size()}, at);
    }

    std::string_view generation() const { return generation_; }
    const std::string& path() const { return file_.path(); }
    std::uint64_t bytes() const { return file_.bytes().size(); }
    void verify() const;

 private:
    const address_format::Head& head() const;
    void check_head() const;
    void check_places() const;

    MappedFile file_;
    std::string_view generation_;
    const address_format::SectionPlace* places_ = nullptr;
    IndexArray<char> strings_;
};

}  // namespace daicho
