#pragma once

#include "registries/lookup/answer_field.hpp"

/// Names of fields that several kinds of question share. Keys are the columns of the address base registry
/// where it has one; they are an interface.
namespace daicho::fields {

inline constexpr FieldName lg_code{"lg_code", {"団体コード", "code"}, ShownIn::title};
inline constexpr FieldName name{"name", {"名称", "name"}, ShownIn::title};
inline constexpr FieldName kana{"kana", {"カナ", "kana"}};
inline constexpr FieldName pref{"pref", {"都道府県", "prefecture"}, ShownIn::nowhere};
inline constexpr FieldName county{"county", {"郡", "county"}, ShownIn::nowhere};
inline constexpr FieldName city{"city", {"市区町村", "city"}, ShownIn::nowhere};
inline constexpr FieldName ward{"ward", {"区", "ward"}, ShownIn::nowhere};
inline constexpr FieldName pref_kana{"pref_kana", {"都道府県（カナ）", "prefecture, kana"}, ShownIn::nowhere};
inline constexpr FieldName county_kana{"county_kana", {"郡（カナ）", "county, kana"}, ShownIn::nowhere};
inline constexpr FieldName city_kana{"city_kana", {"市区町村（カナ）", "city, kana"}, ShownIn::nowhere};
inline constexpr FieldName ward_kana{"ward_kana", {"区（カナ）", "ward, kana"}, ShownIn::nowhere};
inline constexpr FieldName status{"status", {"状態", "status"}, ShownIn::column};
inline constexpr FieldName since{"since", {"開始日", "since"}};
inline constexpr FieldName ended{"ended", {"廃止日", "ended"}, ShownIn::column};

}  // namespace daicho::fields
