#include "tests/support/corporation_days.hpp"

#include <algorithm>

#include "grammars/values/check_digit.hpp"

namespace daicho {

namespace {

constexpr std::size_t serial_digits = 12;
constexpr const char* names[] = {"株式会社北芳", "南芳",           "有限会社東雲",
                                 "西浜商店",     "合同会社みなと", "紀の国"};
constexpr const char* streets[] = {"北島１４番地の１３", "西庄１０２０番地１７", "岩崎", "本町２丁目１番地"};

std::string day_of_august(std::size_t day) {
    return std::string("2021-08-") + (day < 10 ? "0" : "") + std::to_string(day);
}

bool is_withdrawn(const CorporationRow& row) {
    return row.process == "99";
}

}  // namespace

CorporationDays::CorporationDays(std::uint32_t seed, std::size_t corporations, std::size_t days)
    : dice_(seed) {
    for (std::size_t i = 0; i < corporations; ++i) add_corporation("2015-11-20");
    int line = 0;
    for (const auto& [number, history] : corporations_) base_ += history.back().line(++line);
    for (std::size_t i = 0; i < days; ++i) {
        const std::string day = day_of_august(i + 2);
        std::string name = "diff_" + day + ".csv", text;
        std::erase(name, '-');
        line = 0;
        for (auto& [number, history] : corporations_) {
            if (below(4) == 0) happen(history, day, text, line);
        }
        for (std::size_t fresh = below(4); fresh > 0; --fresh) {
            const auto before = corporations_;
            add_corporation(day);
            for (const auto& [number, history] : corporations_) {
                if (!before.contains(number)) text += history.back().line(++line);
            }
        }
        differences_.push_back({name, text});
    }
    std::vector<std::string> lines;
    for (const auto& [number, history] : corporations_) {
        CorporationRow row = history.back();
        withdrawn_ += is_withdrawn(row);
        if (is_withdrawn(row)) continue;
        row.hidden = below(10) == 0 ? "1" : "0";
        lines.push_back(row.line(static_cast<int>(++living_)));
    }
    std::shuffle(lines.begin(), lines.end(), dice_);
    for (const std::string& one : lines) later_ += one;
}

std::string CorporationDays::new_number() {
    std::string digits = std::to_string(serial_);
    serial_ += 1 + below(1000);
    digits.insert(0, serial_digits - digits.size(), '0');
    return corporate_check_digit(digits) + digits;
}

void CorporationDays::add_corporation(const std::string& day) {
    CorporationRow row{.number = new_number()};
    row.updated = day;
    row.changed = day < "2021" ? "2015-10-05" : "2021-07-30";
    row.name = names[below(std::size(names))];
    row.street = streets[below(std::size(streets))];
    corporations_[row.number] = {row};
}

/// One of the changes that a day can bring; the row says the whole new state.
void CorporationDays::change(CorporationRow& row, const std::string& day) {
    row.updated = day;
    row.changed = day;
    row.correct = "0";
    row.latest = "1";
    row.details.clear();
    if (!row.closed.empty()) {
        row.process = "22";
        row.closed = row.cause = row.successor = "";
        return;
    }
    switch (below(4)) {
        case 0:
            row.process = "11";
            row.name = names[below(std::size(names))] + std::string("新");
            return;
        case 1:
            row.process = "12";
            row.street = streets[below(std::size(streets))] + std::string("２階");
            return;
        case 2:
            row.process = "21";
            row.closed = day;
            row.cause = "01";
            return;
        default:
            row.process = "21";
            row.closed = day;
            row.cause = "11";
            row.successor = corporations_.begin()->first;
            row.details = "令和３年８月１日和歌山市北芳（" + row.successor + "）に合併し解散";
    }
}

void CorporationDays::happen(History& history, const std::string& day, std::string& out, int& line) {
    if (is_withdrawn(history.back())) return;
    const std::size_t what = below(100);
    if (what < 3) {
        history.push_back({.number = history.back().number, .process = "99", .updated = day});
        out += history.back().line(++line);
        return;
    }
    if (what < 25) {
        correct(history, day, out, line);
        return;
    }
    const std::size_t changes = what < 40 ? 2 : 1;
    for (std::size_t i = 0; i < changes; ++i) {
        CorporationRow row = history.back();
        change(row, day);
        row.latest = i + 1 < changes ? "0" : "1";
        history.push_back(row);
        out += row.line(++line);
    }
}

/// Every state of the corporation comes again, with a name that was written wrongly all the time.
void CorporationDays::correct(History& history, const std::string& day, std::string& out, int& line) {
    const std::string name = names[below(std::size(names))] + std::string("正");
    for (CorporationRow& row : history) {
        row.updated = day;
        row.correct = "1";
        row.latest = &row == &history.back() ? "1" : "0";
        row.name = name;
        out += row.line(++line);
    }
}

}  // namespace daicho
