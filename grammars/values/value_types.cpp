#include <algorithm>

#include "grammars/values/address.hpp"
#include "grammars/values/address_items.hpp"
#include "grammars/values/building.hpp"
#include "grammars/values/calendar_codes.hpp"
#include "grammars/values/city_and_county.hpp"
#include "grammars/values/coordinates.hpp"
#include "grammars/values/corporate_name.hpp"
#include "grammars/values/corporate_number.hpp"
#include "grammars/values/country_code.hpp"
#include "grammars/values/date.hpp"
#include "grammars/values/date_or_unknown.hpp"
#include "grammars/values/date_time.hpp"
#include "grammars/values/decimal.hpp"
#include "grammars/values/duration.hpp"
#include "grammars/values/education_board_code.hpp"
#include "grammars/values/email.hpp"
#include "grammars/values/individual_number.hpp"
#include "grammars/values/insurer_number.hpp"
#include "grammars/values/invoice_number.hpp"
#include "grammars/values/latitude.hpp"
#include "grammars/values/lei.hpp"
#include "grammars/values/longitude.hpp"
#include "grammars/values/medical_institution_code.hpp"
#include "grammars/values/month_day.hpp"
#include "grammars/values/municipality_code.hpp"
#include "grammars/values/partial_date.hpp"
#include "grammars/values/period.hpp"
#include "grammars/values/person_name.hpp"
#include "grammars/values/phone.hpp"
#include "grammars/values/postal_code.hpp"
#include "grammars/values/prefecture.hpp"
#include "grammars/values/prefecture_code.hpp"
#include "grammars/values/quantity.hpp"
#include "grammars/values/recurring_day.hpp"
#include "grammars/values/school_code.hpp"
#include "grammars/values/time.hpp"
#include "grammars/values/time_slot.hpp"
#include "grammars/values/town_id.hpp"
#include "grammars/values/url.hpp"
#include "grammars/values/value_type.hpp"
#include "grammars/values/weekdays.hpp"
#include "grammars/values/words_of_script.hpp"
#include "grammars/values/yes_no.hpp"

namespace daicho {

namespace {

// One line a kind; the order is that of `daicho parse --list`.
// clang-format off
const ValueType* const table[] = {
    &date_type,
    &partial_date_type,
    &date_or_unknown_type,
    &date_or_unknown_zero_type,
    &month_day_type,
    &time_type,
    &time_hm_type,
    &date_time_type,
    &period_type,
    &time_slot_type,
    &elapsed_time_type,
    &length_type,
    &weekday_code_type,
    &weekday_label_type,
    &recurring_day_type,
    &time_slot_code_type,
    &target_time_code_type,
    &month_code_type,
    &ten_day_code_type,
    &season_code_type,
    &integer_type,
    &decimal_type,
    &area_m2_type,
    &length_m_type,
    &height_m_type,
    &people_type,
    &yen_type,
    &yes_no_type,
    &yes_no_label_type,
    &permission_label_type,
    &flag_type,
    &address_type,
    &prefecture_type,
    &city_and_county_type,
    &street_address_type,
    &city_block_type,
    &street_address_and_city_block_type,
    &building_type,
    &postal_code_type,
    &phone_type,
    &url_type,
    &email_type,
    &coordinates_type,
    &latitude_type,
    &longitude_type,
    &country_code_type,
    &prefecture_code_type,
    &municipality_code_type,
    &town_id_type,
    &corporate_number_type,
    &invoice_number_type,
    &individual_number_type,
    &school_code_type,
    &education_board_code_type,
    &medical_institution_code_type,
    &insurer_number_type,
    &lei_type,
    &person_name_type,
    &person_name_kana_type,
    &corporate_name_type,
    &corporate_name_kana_type,
    &kana_type,
    &kana_space_type,
    &kana_title_type,
    &half_alnum_type,
    &half_digits_type,
    &half_type,
    &text_type,
};
// clang-format on

bool same_name(std::string_view a, std::string_view b) {
    return std::ranges::equal(
        a, b, [](char x, char y) { return x == y || (x == '-' && y == '_') || (x == '_' && y == '-'); });
}

}  // namespace

std::span<const ValueType* const> value_types() {
    return table;
}

const ValueType* find_value_type(std::string_view name) {
    for (const ValueType* type : table) {
        if (type && same_name(type->name, name)) return type;
    }
    return nullptr;
}

}  // namespace daicho
