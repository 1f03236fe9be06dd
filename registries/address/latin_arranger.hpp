#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "registries/address/latin_reader.hpp"
#include "registries/address/latin_text.hpp"

namespace daicho {

/// Tokens [first, last) of a text.
struct TokenRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    bool empty() const { return first == last; }
    bool overlaps(const TokenRange& other) const { return first < other.last && other.first < last; }
    bool operator==(const TokenRange&) const = default;
};

/// Which words of a text name its region.
struct RegionWords {
    std::uint32_t municipality;
    std::uint32_t prefecture;  ///< `nothing`: none is known
    TokenRange prefecture_tokens, parent, own;
};

/// Puts the words of an address into the order of Japanese: first `put_region`, then `put_town` and its towns
/// or `put_rest`, then `finish`.
class LatinArranger {
 public:
    LatinArranger(const IndexView& index, const FoldedText& text, std::string_view source,
                  std::vector<LatinToken>& tokens);

    void put_region(const RegionWords& words);
    /// The words of a town, its numbers and the building.
    void put_town(const TokenRange& oaza, const TokenRange& koaza);
    void add_town(std::uint32_t town, bool koaza);
    void put_rest();
    LatinReading finish();

 private:
    void put(TokenRange range);
    void put_named(TokenRange range, std::string_view name);
    void put_region_word(std::uint32_t at);
    void put_numbers(TokenRange range);
    void put_unit(const LatinToken& token);
    void put_building(const TokenRange& before, const TokenRange& behind);
    TokenRange numbers_behind(std::uint32_t from) const;
    TokenRange numbers_before(std::uint32_t until) const;
    TokenRange unused_from(std::uint32_t from) const;
    TokenRange unused_until(std::uint32_t until) const;
    void take_postal_code();
    bool take_postal_code(std::uint32_t at);
    void find_region_entry(const RegionWords& words);
    bool is_number_word(std::uint32_t at) const;

    const IndexView& index_;
    const FoldedText& text_;
    std::string_view source_;
    std::vector<LatinToken>& tokens_;
    LatinReading reading_;
    std::uint32_t region_entry_ = address_format::nothing;
    std::uint32_t region_end_ = 0;
    std::uint32_t town_end_ = 0;
};

}  // namespace daicho
