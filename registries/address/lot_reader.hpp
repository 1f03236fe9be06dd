#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "registries/address/folded_text.hpp"
#include "registries/address/lot_key.hpp"

namespace daicho {

/// A part of 番地以下: a number, a mark (ロ), or a mark and a number (乙17, ワ-69).
struct LotPart {
    std::uint32_t begin = 0;  ///< symbols
    std::uint32_t end = 0;
    std::uint64_t value = 0;  ///< of the number
    bool number = false;
    bool mark = false;
};

/// 番地以下 as it stands in a text, and what its words say of it.
struct LotText {
    static constexpr std::uint32_t at_most = 6;
    std::array<LotPart, at_most> parts;
    std::uint32_t count = 0;
    std::uint32_t begin = 0;  ///< symbols
    std::uint32_t end = 0;    ///< behind 番地, 号 ...
    bool chome = false;       ///< the first part is followed by 丁目
    bool ban = false;         ///< 番
    bool banchi = false;      ///< 番地
    bool go = false;          ///< 号

    std::uint32_t words = 0;  ///< symbols of 無番地, 番外地, 地先, 地内 at its end

    bool empty() const { return count == 0 && words == 0; }
};

/// Reads 番地以下 at symbol `at`; empty where none is there. `source` is the text that was folded.
LotText read_lot_text(const FoldedText& text, std::string_view source, std::uint32_t at);

/// 甲乙丙丁... at symbol `at`.
bool is_stem(const FoldedText& text, std::string_view source, std::uint32_t at);

/// Whether the text has nothing but a 地番 from symbol `at` on, a building aside: 1548, 甲12-3, 3710番地,
/// 無番地. What has more parts, 番 or 号 is a 住居番号 whose town was left out.
bool is_parcel_alone(const FoldedText& text, std::string_view source, std::uint32_t at);

/// Whether 番地以下 can begin at symbol `at` that is no number: a mark, 地先, 無番地, ノ or a comma before
/// one.
bool begins_lot(const FoldedText& text, std::string_view source, std::uint32_t at);

/// Whether what follows right behind a lot, at symbol `at`, is more of a number and no name of a building: a
/// number with 番 (7番地1 of 174号7番地1), or digits behind a kanji (12-3 of 佐原二12-3).
bool lot_goes_on(const FoldedText& text, std::uint32_t at);

/// The part as the index writes one that is no number: 乙17, ロ.
std::string odd_text(const FoldedText& text, std::string_view source, const LotPart& part);

}  // namespace daicho
