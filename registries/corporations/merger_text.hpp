#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace daicho {

/// What the text of a merger (変更事由の詳細) says of another corporation, whose number stands in it in
/// brackets: 「…竹森電気工事株式会社（7270002000931）に合併し解散」.
struct MergerMention {
    enum class Role : std::uint8_t {
        successor,  ///< 「…に合併し解散」「…を設立し解散」「…に権利義務を承継し解散」「…に組織変更」
        absorbed,  ///< 「…を合併」「…の合併により設立」「…の権利義務の承継」「…から組織変更」
        partner,   ///< 「…と合併して…を設立し解散」: dissolved at the same time
    };
    std::string_view number;  ///< 13 digits, a part of the text
    Role role = Role::successor;
};

/// Every number in brackets, in the order of the text. `dissolved`: the text is of a corporation that was
/// closed by it. A text of a merger that a court has annulled (無効) says nothing of who has absorbed whom.
std::vector<MergerMention> merger_mentions(std::string_view text, bool dissolved);

}  // namespace daicho
