#include "registries/corporations/published_days.hpp"

#include <algorithm>

#include "grammars/values/date.hpp"
#include "registries/corporations/working_days.hpp"

namespace daicho {

namespace {

constexpr std::string_view fact = "newest complete file of corporation";

std::string last_name(std::string_view name) {
    const auto at = name.find_last_of("/!");
    std::string last(name.substr(at == name.npos ? 0 : at + 1));
    std::ranges::transform(last, last.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c;
    });
    return last;
}

Date date_of(std::string_view day) {
    const auto date = parse_date(day, {});
    return date ? *date : Date{};
}

}  // namespace

PublishedDays::PublishedDays(const Database& database) {
    Statement files = database.prepare("select name, edition from file where \"table\" = 'corporation'");
    while (files.step()) {
        if (auto day = difference_day(files.text(0), files.text(1))) differences_.insert(std::move(*day));
    }
    Statement complete = database.prepare("select value from fact where name = ?");
    complete.bind(0, fact);
    if (complete.step()) complete_ = complete.text(0);
}

std::optional<std::string> PublishedDays::difference_day(std::string_view name, std::string_view edition) {
    if (!is_canonical_date(edition) || last_name(name).find("diff") == std::string::npos) return std::nullopt;
    return std::string(edition);
}

std::vector<std::string> PublishedDays::missing_before(const std::string& day) const {
    std::string last = complete_;
    const auto next = differences_.lower_bound(day);
    if (next != differences_.begin() && *std::prev(next) > last) last = *std::prev(next);
    std::vector<std::string> missing;
    if (last.empty() || last >= day) return missing;
    for (const Date& date : working_days_between(date_of(last), date_of(day)))
        missing.push_back(to_string(date));
    return missing;
}

std::string PublishedDays::unbroken_until() const {
    std::string last = complete_;
    if (last.empty()) return last;
    for (auto day = differences_.upper_bound(last); day != differences_.end(); ++day) {
        if (!missing_before(*day).empty()) break;
        last = *day;
    }
    return last;
}

void PublishedDays::finish(Database& database) {
    if (complete_.empty()) return;
    Statement write = database.prepare("insert or replace into fact(name, value) values (?, ?)");
    write.bind(0, fact);
    write.bind(1, std::string_view(complete_));
    write.run();
}

std::string last_published_day(const Database& database) {
    const PublishedDays days(database);
    std::string last = days.complete_;
    if (!days.differences_.empty()) last = std::max(last, *days.differences_.rbegin());
    return last;
}

}  // namespace daicho
