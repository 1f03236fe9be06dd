#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace daicho {

/// The columns of JIGYOSYO, the postal codes that belong to one large office or post-office box; no header.
namespace jigyosyo {
enum Column : std::size_t {
    lg_code,  ///< of the municipality, five digits
    office_kana,
    office,
    pref,
    city,  ///< 市区町村(郡)
    town,
    block,        ///< 小字名、丁目、番地等
    postal_code,  ///< seven digits
    old_postal_code,
    post_office,      ///< the post office that handles it, without 郵便局
    kind,             ///< 0 large office, 1 box
    several_numbers,  ///< 0 one number; 1, 2, 3: which of several
    correction,       ///< 0 none, 1 new, 5 abolished
    columns,
};
}  // namespace jigyosyo

using PostalOfficeRow = std::array<std::string_view, jigyosyo::columns>;

enum class PostalOfficeKind : std::uint8_t { large_office, box };
enum class PostalCorrection : std::uint8_t { none, added, abolished };

/// What the columns of flags of a row of JIGYOSYO say.
struct PostalOfficeFlags {
    PostalOfficeKind kind = PostalOfficeKind::large_office;
    unsigned number = 0;  ///< 1 .. of several numbers; 0: it has one
    PostalCorrection correction = PostalCorrection::none;
};

/// Reads the flags of a row, or nothing where one of them is none that the publisher describes.
std::optional<PostalOfficeFlags> read_postal_office_flags(const PostalOfficeRow& row);

/// A box as the address of its owner names it. Views into the text.
struct PostOfficeBox {
    std::string_view address;      ///< what stands before: ９丁目１－５
    std::string_view post_office;  ///< 札幌中央郵便局
    std::string_view number;       ///< 第２９号
};

/// Reads the column `block` of a box: ９丁目１－５（札幌中央郵便局私書箱第２９号）. A few boxes are given
/// without their number.
std::optional<PostOfficeBox> read_post_office_box(std::string_view block);

/// The kana of an office in full width. JIGYOSYO has no small letters (ﾎﾂｶｲﾄﾞｳ) and writes the long vowel as
/// a hyphen: after a kana it becomes ー; small letters are not put back, that would be a guess.
std::string postal_office_kana(std::string_view kana);

/// Kana with all letters large, ホッカイドウ as ホツカイドウ: how a reading is compared with one of JIGYOSYO.
/// Takes full-width katakana.
std::string large_kana(std::string_view kana);

}  // namespace daicho
