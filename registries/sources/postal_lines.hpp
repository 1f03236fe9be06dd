#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace daicho {

/// The columns of KEN_ALL, in either edition; there is no header. Japan Post,
/// 郵便番号データファイルの形式等.
namespace ken_all {
enum Column : std::size_t {
    lg_code,          ///< of the municipality, five digits: JIS X0401 and X0402, no check digit
    old_postal_code,  ///< three or five digits, filled up with spaces to five
    postal_code,      ///< seven digits
    pref_kana,
    city_kana,  ///< 市区町村(郡)
    town_kana,
    pref,
    city,
    town,             ///< 町域名 with notes in brackets, see grammars/values/postal_town.hpp
    several_codes,    ///< 1: the town has two or more postal codes
    koaza_numbering,  ///< 1: lots are numbered anew in each 小字
    has_chome,        ///< 1: the town has chome
    several_towns,    ///< 1: the postal code stands for two or more towns
    update,           ///< 0 unchanged, 1 changed, 2 abolished (in files of differences only)
    update_reason,    ///< 0 to 6
    columns,
};
}  // namespace ken_all

/// What was odd about the rows that make up a record.
enum class PostalJoin : std::uint8_t {
    sound,
    open,        ///< a bracket of the town was never closed
    kana_differ  ///< a later row's kana neither go on from nor repeat those before; they were left out
};

/// A record of KEN_ALL, with the rows of a long town name joined.
struct PostalRecord {
    std::array<std::string, ken_all::columns> cells;
    std::uint64_t line = 0;  ///< physical line of the first row
    std::uint32_t rows = 1;
    PostalJoin join = PostalJoin::sound;
};

using PostalRow = std::array<std::string_view, ken_all::columns>;

/// Joins rows of KEN_ALL that are one record. The Shift_JIS edition cuts a town column after 38 characters
/// and goes on in the next row, with all other columns the same; the kana column is cut after 76 half-width
/// characters, and is repeated in each row where it was not cut. A row is gone on from while a bracket of its
/// town is open: no other mark tells, for the same town may have several records of one postal code. The
/// UTF-8 edition has one row a record and comes through as it is.
///
/// `rows() == records() + continuations()` once `finish` was called. Holds one record at a time.
class PostalLineJoiner {
 public:
    using Take = std::function<void(const PostalRecord&)>;

    /// `take` is given each record, in order, when its last row is known. The record lives for the call.
    explicit PostalLineJoiner(Take take) : take_(std::move(take)) {}

    /// Adds the next row, in UTF-8; `line` is where it starts.
    void add(const PostalRow& row, std::uint64_t line);
    /// Gives away the last record.
    void finish();

    std::uint64_t rows() const { return rows_; }
    std::uint64_t records() const { return records_; }
    std::uint64_t continuations() const { return rows_ - records_ - (pending_ ? 1 : 0); }

 private:
    bool continues(const PostalRow& row) const;
    void append(const PostalRow& row);

    Take take_;
    std::optional<PostalRecord> pending_;
    std::uint64_t rows_ = 0;
    std::uint64_t records_ = 0;
};

/// Rewrites the cells of either edition in the notation of the UTF-8 edition, so that both give the same
/// texts: kana in full width, 〜 (U+301C) and − (U+2212) where CP932 was read as ～ and －.
void use_utf8_notation(PostalRecord& record);

}  // namespace daicho
