#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "registries/address/address_answer.hpp"
#include "registries/address/folded_text.hpp"

namespace daicho {

/// A text beside the spelling of the registry: what was written otherwise. The symbols [from, to) of `text`
/// were read as `names`, one after the other; `changes` are added to.
class SpellingCheck {
 public:
    SpellingCheck(const FoldTable& fold, const FoldedText& text, std::string_view source)
        : fold_(fold), text_(text), source_(source) {}

    void compare(std::uint32_t from, std::uint32_t to, std::span<const std::string_view> names,
                 std::vector<AddressChange>& changes) const;

 private:
    struct Place {
        std::uint32_t at;
        std::uint32_t end;
    };
    bool is_written_so(std::uint32_t from, std::uint32_t to, std::span<const std::string_view> names) const;
    void compare_name(Place& place, std::string_view name, std::vector<AddressChange>& changes) const;
    bool same_number(Place& place, std::string_view spelling, const FoldedText& name, std::uint32_t& at,
                     std::vector<AddressChange>& changes) const;
    void note_number(std::uint32_t at, const NumberToken& number, std::string_view to,
                     const NumberToken& wanted, std::vector<AddressChange>& changes) const;

    const FoldTable& fold_;
    const FoldedText& text_;
    std::string_view source_;
};

/// 大字2183 read as 町, 平賀第一 as 平賀町一丁目: what loses its 字, 大字 or 第 and gains a 町 or 村 is
/// another name.
bool is_renamed(std::span<const AddressChange> changes);
/// 大字磯鶏3-119 read as 磯鶏三丁目: the 大字 is passed over, and a hyphen is read as 丁目. Changes of
/// `source`.
bool drops_oaza_for_chome(std::span<const AddressChange> changes, std::string_view source);
/// 安原下第2-1645, where the registry has 安原下 alone: what 第 counts is no part of a lot. Changes of
/// `source`.
bool skips_ordinal(std::span<const AddressChange> changes, std::string_view source);

}  // namespace daicho
