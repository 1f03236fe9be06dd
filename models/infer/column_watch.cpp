#include "models/infer/column_watch.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <utility>

#include "grammars/text/digits.hpp"
#include "grammars/text/utf8.hpp"
#include "models/engine/placeholders.hpp"
#include "models/engine/stand_in.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_places = 3;
constexpr std::size_t most_hashes = std::size_t{1} << 21;
constexpr std::size_t longest_code = 90;   // bytes
constexpr std::uint64_t miss_limit = 200;  // values that do not fit, where they are more than those that do

char sign_of(char c) {
    if (is_ascii_digit(c)) return '0';
    if (c >= 'A' && c <= 'Z') return 'A';
    if (c >= 'a' && c <= 'z') return 'a';
    return c;
}

std::optional<double> plain_number(std::string_view text) {
    double number = 0;
    const auto [stop, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (wrong != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
    return number;
}

bool starts_with_zero(std::string_view text) {
    return text.size() > 1 && text[0] == '0' && is_ascii_digit(text[1]);
}

}  // namespace

std::vector<ValueShape::Run> ValueShape::runs_of(std::string_view text) {
    std::vector<Run> runs;
    for (const char c : text) {
        const char sign = sign_of(c);
        if (runs.empty() || runs.back().sign != sign) runs.push_back({sign, 0, 0});
        ++runs.back().least;
        ++runs.back().most;
    }
    return runs;
}

void ValueShape::add(std::string_view text) {
    if (broken_) return;
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
    const std::vector<Run> runs = plain ? runs_of(text) : std::vector<Run>{};
    if (!plain || (any_ && runs.size() != runs_.size()) || runs.size() > 8) {
        broken_ = true;
        return;
    }
    if (!std::exchange(any_, true)) runs_ = runs;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runs[i].sign != runs_[i].sign) {
            broken_ = true;
            return;
        }
        runs_[i].least = std::min(runs_[i].least, runs[i].least);
        runs_[i].most = std::max(runs_[i].most, runs[i].most);
    }
}

std::string ValueShape::pattern() const {
    if (broken_ || !any_) return {};
    std::string out;
    bool says = runs_.size() > 1;
    for (const Run& run : runs_) {
        const bool letters = run.sign == 'A' || run.sign == 'a' || run.sign == '0';
        if (run.sign == 'A') out += "[A-Z]";
        if (run.sign == 'a') out += "[a-z]";
        if (run.sign == '0') out += "[0-9]";
        if (!letters)
            out.append(std::string_view("\\^$.|?*+()[]{}/").find(run.sign) != std::string_view::npos ? "\\"
                                                                                                     : "")
                .append(1, run.sign);
        if (run.least != run.most) {
            out += '+';
        } else if (run.most > 1) {
            out.append("{").append(std::to_string(run.most)).append("}");
        }
        says = says || (letters && run.least == run.most);
    }
    return says ? out : std::string{};
}

ColumnWatch::ColumnWatch(std::string column, std::vector<const ValueType*> candidates)
    : name(std::move(column)) {
    for (const ValueType* type : candidates) trials.push_back({type, 0, 0, 0, {}});
}

void ColumnWatch::add(std::string_view text, RecordPlace place, const Reading& reading) {
    if (text.empty()) {
        ++empty;
        return;
    }
    if (is_placeholder(text)) {
        ++placeholders[std::string(text)];
        return;
    }
    if (may_be_stand_in(text) && !stand_in(text).rule.empty()) {
        ++spoilt;
        return;
    }
    ++filled;
    longest = std::max(longest, count_code_points(text));
    leading_zero = leading_zero || starts_with_zero(text);
    shape.add(text);
    if (const auto number = plain_number(text)) {
        least = std::min(least.value_or(*number), *number);
        most = std::max(most.value_or(*number), *number);
    }
    remember(text);
    for (KindTrial& trial : trials) {
        if (trial.misfits >= miss_limit && trial.misfits > trial.readable) continue;
        if (trial.type->is_canonical(text, reading)) {
            ++trial.canonical;
            ++trial.readable;
        } else if (trial.type->canonical(text, reading)) {
            ++trial.readable;
        } else {
            ++trial.misfits;
            if (trial.first_misfits.size() < most_places) trial.first_misfits.push_back(place);
        }
    }
}

void ColumnWatch::remember(std::string_view text) {
    if (unique_) {
        unique_ = hashes_.insert(std::hash<std::string_view>{}(text)).second && hashes_.size() < most_hashes;
        if (!unique_) hashes_ = {};
    }
    if (many_values) return;
    const auto seen = std::ranges::find(values, text, &std::pair<std::string, std::uint64_t>::first);
    if (seen != values.end()) {
        ++seen->second;
        return;
    }
    many_values = values.size() == most_values || text.size() > longest_code;
    if (!many_values) values.emplace_back(text, 1);
}

}  // namespace daicho
