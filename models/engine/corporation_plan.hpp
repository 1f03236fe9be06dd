#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace daicho {

/// What a record says of a corporation beside its corporate number.
enum class CorporationPlanItem : unsigned char {
    name,           ///< 商号または名称
    kana,           ///< its reading
    english,        ///< its name in Latin letters
    kind,           ///< 組織種別: the code of the kind, 301 …
    form_position,  ///< 前株, 後株
    address,        ///< 登記住所, 連結表記
    lg_code,        ///< of the municipality of that address
    postal_code,    ///< of that address
    invoice,        ///< an id that may be the number of a 適格請求書発行事業者
    within          ///< the municipality that the record is of, which the seat may lie outside of
};
inline constexpr std::size_t corporation_plan_item_count = 10;

/// The item by its name in a model: "tradeName", or nothing.
std::optional<CorporationPlanItem> find_corporation_plan_item(std::string_view name);

/// A corporation of a class: the slots of its corporate number and of the items that speak of it.
struct CorporationPlan {
    std::size_t number = 0;  ///< 法人番号
    std::array<std::optional<std::size_t>, corporation_plan_item_count> items;

    std::optional<std::size_t> slot(CorporationPlanItem item) const {
        return items[static_cast<std::size_t>(item)];
    }
};

}  // namespace daicho
