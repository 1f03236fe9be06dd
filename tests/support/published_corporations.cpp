#include "tests/support/published_corporations.hpp"

#include <map>
#include <string_view>

#include "tests/support/published_rows.hpp"
#include "tests/support/shared_data.hpp"

namespace daicho {

namespace {

constexpr std::string_view prefectures[] = {"18_fukui", "30_wakayama", "31_tottori", "37_kagawa"};

std::string file_of(const std::string& folder, std::string_view prefecture, std::string_view rest) {
    return shared_data("corporate/" + folder) + "/" + std::string(prefecture).append(rest);
}

}  // namespace

std::vector<std::string> complete_corporations() {
    std::vector<std::string> paths;
    for (const std::string_view prefecture : prefectures)
        paths.push_back(file_of("zenken-2020", prefecture, "_all_2020.csv.gz"));
    return paths;
}

std::string write_corporation_days(const ScratchFolder& scratch) {
    std::map<std::string, std::string> days;
    for (const std::string_view prefecture : prefectures) {
        const std::string text =
            published_bytes(file_of("diff-rows-2021-2026", prefecture, "_diff_rows.csv.gz"));
        for (std::size_t at = 0; at < text.size();) {  // the day of publication stands in front
            const std::size_t end = text.find('\n', at) + 1;
            days[text.substr(at, 8)] += text.substr(at + 9, end - at - 9);
            at = end;
        }
    }
    for (const auto& [day, rows] : days) scratch.write("days/diff_" + day + ".csv", rows);
    return scratch / "days";
}

std::string sample_of_corporations() {
    return file_of("zenken-2020", "00_zenkoku", "_sample1pct_2020.csv.gz");
}

}  // namespace daicho
