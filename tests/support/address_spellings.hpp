#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Ways in which people write an address whose place is known: what the matcher of addresses is measured
/// with. Nothing here knows how that reads: no code and no table is shared with it.
namespace daicho::spellings {

/// A place of the registry, in the registry's own words.
struct KnownAddress {
    enum class Kind { town, residence, parcel };

    Kind kind = Kind::town;
    std::string prefecture, county, city, ward;
    std::string oaza;                    ///< 大字・町, with 大字 where the registry has it
    std::string chome;                   ///< as the registry has it: １丁目
    std::string chome_number;            ///< 1
    std::string koaza;                   ///< with 字 where the registry has it
    std::string oaza_kana;               ///< of the town; empty: not known
    std::string chome_kana;              ///< of the chome
    std::string koaza_kana;              ///< of the small section
    std::string region_kana;             ///< of prefecture, county, city and ward in one
    std::string postal_code;             ///< seven digits, or empty
    std::array<std::string, 3> numbers;  ///< block, residence, its branch; or the three numbers of a parcel
};

/// Letters that stand for each other in what people write: 国 as 國.
struct OldForm {
    std::string present;
    std::string old;
};

/// One way to write an address.
struct Spelling {
    std::string text;
    std::vector<std::string_view> habits;  ///< what was done otherwise than the plain way; live for ever
    bool names_prefecture = true;          ///< what of the region is written
    bool names_city = true;
    bool names_ward = true;
    bool names_chome = false;  ///< with 丁目 or 丁, so that no lot number can be meant
};

/// The names of all habits, in the order of the table.
std::vector<std::string_view> all_habits();

/// The plain way to write `address`, and then, one at a time, each habit that changes something.
std::vector<Spelling> single_habits(const KnownAddress& address, const std::vector<OldForm>& old_forms,
                                    std::uint64_t seed);

/// `count` spellings with several habits at once; the same seed gives the same spellings.
std::vector<Spelling> mixed_habits(const KnownAddress& address, const std::vector<OldForm>& old_forms,
                                   std::uint64_t seed, std::size_t count);

/// What a text can tell of `address` that was written as `spelling` was: two places with the same key cannot
/// be told apart by such a text. The words 大字 and 字, the notation of numbers and old letters are left out.
std::string told_by(const KnownAddress& address, const Spelling& spelling);

}  // namespace daicho::spellings
