#include "grammars/values/phone_plan.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <map>
#include <span>
#include <string>

#include "grammars/base/embedded_file.hpp"
#include "grammars/base/table_rows.hpp"

namespace daicho {

std::span<const EmbeddedFile> phone_tables();

namespace {

unsigned number_of(std::string_view digits) {
    unsigned value = 0;
    for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
}

struct Plan {
    std::array<std::bitset<10000>, 5> area_codes;  // by their digits without the 0, then by value
    std::map<std::string, unsigned, std::less<>> sizes;

    Plan() {
        for_each_row(phone_tables()[0].text,
                     [&](auto line) { area_codes[line.size()].set(number_of(line)); });
        for_each_row(phone_tables()[1].text, [&](auto line) {
            const auto tab = line.find('\t');
            sizes.emplace(line.substr(0, tab), number_of(line.substr(tab + 1)));
        });
    }
};

const Plan& plan() {
    static const Plan plan;
    return plan;
}

/// Local numbers start with 2 to 9: 0 and 1 are taken by trunk and special services.
bool can_start_exchange(char c) {
    return c >= '2' && c <= '9';
}

}  // namespace

bool is_area_code(std::string_view area) {
    if (area.size() < 2 || area.size() > 5 || area[0] != '0') return false;
    return plan().area_codes[area.size() - 1].test(number_of(area.substr(1)));
}

unsigned area_code_size(std::string_view number) {
    unsigned found = 0;
    int readings = 0;
    for (unsigned size = 2; size <= 5; ++size) {
        if (!is_area_code(number.substr(0, size)) || !can_start_exchange(number[size])) continue;
        found = size;
        ++readings;
    }
    if (readings < 2) return found;
    for (unsigned size = 6; size > 0; --size) {
        const auto row = plan().sizes.find(number.substr(1, size));
        if (row == plan().sizes.end()) continue;
        const unsigned area = row->second + 1;
        return row->second > 0 && can_start_exchange(number[area]) ? area : 0;
    }
    return 0;
}

bool is_area_code_prefix(std::string_view number) {
    return is_area_code(number.substr(0, 2)) || is_area_code(number.substr(0, 3)) ||
           is_area_code(number.substr(0, 4)) || is_area_code(number.substr(0, 5));
}

unsigned country_code_size(std::string_view number) {
    // E.164: 1 and 7 are whole codes; of the others these zones have codes of two digits.
    constexpr std::string_view of_two[] = {"20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41",
                                           "43", "44", "45", "46", "47", "48", "49", "51", "52", "53", "54",
                                           "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66",
                                           "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98"};
    if (number.empty() || number[0] == '0') return 0;
    if (number[0] == '1' || number[0] == '7') return 1;
    if (std::ranges::find(of_two, number.substr(0, 2)) != std::end(of_two)) return 2;
    return number.size() < 3 ? 0 : 3;
}

ServiceForm service_form(std::string_view number) {
    if (number.size() < 3 || number[0] != '0') return {};
    const auto four = number.substr(0, 4);
    if (four == "0120" || four == "0570" || four == "0990") return {4, 10};
    if (four == "0800") return {4, 11};
    // 020 machines, 050 IP telephones, 060 to 090 mobiles.
    const bool eleven =
        number[2] == '0' && std::string_view("256789").find(number[1]) != std::string_view::npos;
    return eleven ? ServiceForm{3, 11, true} : ServiceForm{};
}

bool is_short_number(std::string_view number) {
    // 電気通信番号計画: numbers that start with 1 and are complete with three digits.
    constexpr std::string_view numbers[] = {"104", "110", "113", "114", "115", "116", "117", "118",
                                            "119", "136", "141", "142", "144", "147", "148", "151",
                                            "157", "171", "177", "184", "186", "188", "189"};
    return std::ranges::find(numbers, number) != std::end(numbers);
}

}  // namespace daicho
