#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace daicho {

/// The columns of the publication of corporate numbers, in their order
/// (models/publications/corporate_number.gifm).
namespace corporation_item {

enum : std::size_t {
    sequence_number,
    number,
    process,
    correct,
    update_date,
    change_date,
    name,
    name_image,
    kind,
    prefecture,
    city,
    street,
    address_image,
    prefecture_code,
    city_code,
    post_code,
    address_outside,
    address_outside_image,
    close_date,
    close_cause,
    successor,
    change_cause,
    assignment_date,
    latest,
    english_name,
    english_prefecture,
    english_city,
    english_address_outside,
    furigana,
    hihyoji,
    count,
};

}  // namespace corporation_item

/// What the columns are called.
inline constexpr std::array<std::string_view, corporation_item::count> corporation_item_names = {
    "sequenceNumber",
    "corporateNumber",
    "process",
    "correct",
    "updateDate",
    "changeDate",
    "name",
    "nameImageId",
    "kind",
    "prefectureName",
    "cityName",
    "streetNumber",
    "addressImageId",
    "prefectureCode",
    "cityCode",
    "postCode",
    "addressOutside",
    "addressOutsideImageId",
    "closeDate",
    "closeCause",
    "successorCorporateNumber",
    "changeCause",
    "assignmentDate",
    "latest",
    "enName",
    "enPrefectureName",
    "enCityName",
    "enAddressOutside",
    "furigana",
    "hihyoji",
};

/// The cells of a row, as published.
using CorporationCells = std::array<std::string_view, corporation_item::count>;

/// Whether two rows say the same of a corporation: all but the place in the file and `hihyoji`, which speaks
/// of the day of the file.
bool says_the_same(const CorporationCells& a, const CorporationCells& b);

}  // namespace daicho
