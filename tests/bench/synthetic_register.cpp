#include "tests/bench/synthetic_register.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <memory>
#include <stdexcept>

#include "grammars/values/check_digit.hpp"

namespace bench {

namespace {

constexpr std::size_t serial_digits = 12;
constexpr unsigned names_shared = 24;   // of 100 rows; 30 with those that are alike by chance
constexpr std::size_t pool_share = 25;  // one name of the pool for so many corporations
constexpr unsigned readings_of_301 = 67, readings_of_302 = 27, readings_of_others = 72;
// Of 1000 characters, those that the lists of the statistics leave out.
constexpr unsigned first_left_out = 45, after_left_out = 174;
constexpr std::uint64_t rare_characters = 3000, rare_characters_apart = 7;
constexpr char32_t first_rare_character = 0x4E00;

/// Random numbers that depend on a seed and how many were asked for.
class Dice {
 public:
    explicit Dice(std::uint64_t seed) : state_(seed * 0x9e37'79b9'7f4a'7c15 + 0x1234'5678) {}
    std::uint64_t roll() {
        state_ += 0x9e37'79b9'7f4a'7c15;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58'476d'1ce4'e5b9;
        z = (z ^ (z >> 27)) * 0x94d0'49bb'1331'11eb;
        return z ^ (z >> 31);
    }
    std::uint64_t below(std::uint64_t bound) { return roll() % bound; }

 private:
    std::uint64_t state_;
};

template <class Weights>
const std::string& pick(const Weights& weights, Dice& dice) {
    const std::uint64_t at = dice.below(weights.back().second);
    return std::upper_bound(weights.begin(), weights.end(), at,
                            [](std::uint64_t value, const auto& one) { return value < one.second; })
        ->first;
}

template <class Weights>
void add(Weights& weights, std::string_view value, std::string_view count) {
    std::uint32_t weight = 0;
    std::from_chars(count.data(), count.data() + count.size(), weight);
    weights.emplace_back(value, weight + (weights.empty() ? 0 : weights.back().second));
}

std::string_view field(std::string_view& line) {
    const auto tab = line.find('\t');
    const auto text = line.substr(0, tab);
    line.remove_prefix(tab == line.npos ? line.size() : tab + 1);
    return text;
}

std::uint64_t corporate_number(std::uint64_t serial) {
    std::string digits = std::to_string(serial);
    digits.insert(0, serial_digits - digits.size(), '0');
    digits.insert(digits.begin(), daicho::corporate_check_digit(digits));
    return std::stoull(digits);
}

/// One of many kanji, the first of them more often.
std::string rare_character(Dice& dice) {
    const std::uint64_t u = dice.below(rare_characters);
    const auto c =
        static_cast<char32_t>(first_rare_character + u * u / rare_characters * rare_characters_apart);
    return {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
            static_cast<char>(0x80 | (c & 0x3F))};
}

std::string full_width(std::uint64_t number) {
    std::string text;
    for (const char c : std::to_string(number)) {
        text += "\xEF\xBC";
        text += static_cast<char>('\x90' + (c - '0'));
    }
    return text;
}

std::string day(Dice& dice) {
    char text[16];
    std::snprintf(text, sizeof text, "20%02u-%02u-%02u", static_cast<unsigned>(16 + dice.below(10)),
                  static_cast<unsigned>(1 + dice.below(12)), static_cast<unsigned>(1 + dice.below(28)));
    return text;
}

class Output {
 public:
    explicit Output(const std::string& path) : file_(std::fopen(path.c_str(), "wb"), std::fclose) {
        if (!file_) throw std::runtime_error(path + ": cannot be written");
    }
    void row(const std::string& cells) {
        const std::string line = std::to_string(++rows_) + "," + cells + "\n";
        if (std::fwrite(line.data(), 1, line.size(), file_.get()) != line.size())
            throw std::runtime_error("the disk is full");
    }

 private:
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
    std::size_t rows_ = 0;
};

}  // namespace

struct SyntheticRegister::Corporation {
    std::string number, process = "01", correct = "0", updated, changed, name, kind, place, street, closed,
                        cause, successor, details, assigned = "2015-10-05", latest = "1", furigana;

    std::string cells() const {
        return number + "," + process + "," + correct + "," + updated + "," + changed + ",\"" + name +
               "\",," + kind + "," + place.substr(6) + ",\"" + street + "\",," + place.substr(0, 2) + "," +
               place.substr(2, 3) + ",1000001,,," + closed + "," + cause + "," + successor + "," +
               (details.empty() ? "" : "\"" + details + "\"") + "," + assigned + "," + latest + ",,,,," +
               (furigana.empty() ? "" : "\"" + furigana + "\"") + ",0";
    }
};

SyntheticRegister::SyntheticRegister(std::string_view statistics, std::size_t corporations) {
    while (!statistics.empty()) {
        const auto end = statistics.find('\n');
        std::string_view line = statistics.substr(0, end);
        statistics.remove_prefix(end == statistics.npos ? statistics.size() : end + 1);
        if (line.empty() || line.front() == '#') continue;
        const std::string_view what = field(line), value = field(line);
        if (what == "length") add(lengths_, value, line);
        if (what == "first") add(first_, value, line);
        if (what == "kind") add(kinds_, value, line);
        if (what == "street") add(streets_, value, line);
        if (what == "process") {
            const std::string_view cause = field(line);
            add(processes_, std::string(value) + std::string(cause), line);
        }
        if (what == "place") {
            const std::string prefecture(field(line)), city(field(line));
            add(places_, std::string(value) + ",\"" + prefecture + "\",\"" + city + "\"", line);
        }
        if (what != "after") continue;
        Weights& weights = after_[std::string(value)];
        while (!line.empty()) {
            const auto space = line.find(' ');
            const std::string_view one = line.substr(0, space);
            const auto digit = one.find_first_of("0123456789");
            add(weights, one.substr(0, digit), one.substr(digit));
            line.remove_prefix(space == line.npos ? line.size() : space + 1);
        }
    }
    for (std::size_t i = 0; i < corporations; ++i)
        numbers_.push_back(corporate_number(10'001'000'001 + i * (700'000'000'000 / corporations)));
    std::sort(numbers_.begin(), numbers_.end());
}

std::string SyntheticRegister::name(std::uint64_t seed) const {
    Dice dice(seed);
    const auto length = std::stoul(pick(lengths_, dice));
    std::string text, last;
    for (std::size_t i = 0; i < length; ++i) {
        const auto next =
            last.empty() || dice.below(1000) < after_left_out ? after_.end() : after_.find(last);
        if (next != after_.end()) {
            last = pick(next->second, dice);
        } else {
            last = dice.below(1000) < first_left_out ? rare_character(dice) : pick(first_, dice);
        }
        text += last;
    }
    return text;
}

SyntheticRegister::Corporation SyntheticRegister::corporation(std::uint64_t number) const {
    Dice dice(number);
    Corporation one;
    one.number = std::to_string(number);
    const std::string process = pick(processes_, dice);
    one.process = process.substr(0, 2);
    one.cause = process.substr(2);
    one.correct = dice.below(100) < 20 ? "1" : "0";
    one.updated = one.process == "01" ? (dice.below(3) == 0 ? day(dice) : "2015-11-20") : day(dice);
    one.changed = one.process == "01" ? "2015-10-05" : one.updated;
    one.kind = pick(kinds_, dice);
    std::uint64_t seed = number;
    if (dice.below(100) < names_shared) {  // few names are borne by many
        const std::uint64_t pool = numbers_.size() / pool_share + 1;
        const std::uint64_t u = dice.below(pool);
        seed = 1 + (dice.below(2) == 0 ? u * u / pool : u * u / pool * u / pool);
    }
    const std::string core = name(seed);
    const bool before = dice.below(10) < 7;
    const auto with_form = [&](const std::string& form) { return before ? form + core : core + form; };
    one.name = one.kind == "301"   ? with_form("株式会社")
               : one.kind == "302" ? with_form("有限会社")
               : one.kind == "305" ? "合同会社" + core
               : one.kind == "304" ? "合資会社" + core
                                   : core;
    one.place = pick(places_, dice);
    const auto length = std::stoul(pick(streets_, dice));
    one.street = name(number + 1);
    if (length > 8) one.street += full_width(1 + dice.below(9)) + "丁目";
    one.street += full_width(1 + dice.below(3000)) + "番地" + full_width(1 + dice.below(40));
    const unsigned readings = one.kind == "301"   ? readings_of_301
                              : one.kind == "302" ? readings_of_302
                                                  : readings_of_others;
    if (dice.below(100) < readings) {
        static const std::string kana[] = {"カ", "キ", "シ", "タ", "ナ", "マ", "ヤ",
                                           "リ", "ス", "ト", "ノ", "ン", "ー"};
        for (std::size_t i = 0; i < 8; ++i) one.furigana += kana[dice.below(std::size(kana))];
    }
    if (one.process != "21") return one;
    one.closed = one.changed;
    if (one.cause != "11") return one;
    one.successor = std::to_string(numbers_[dice.below(numbers_.size())]);
    one.details = "令和３年７月１日東京都千代田区" + core + "（" + one.successor + "）に合併し解散";
    return one;
}

bool SyntheticRegister::is_changed(std::uint64_t number, std::size_t rows) const {
    return Dice(number ^ 0xabcd'ef01).below(numbers_.size()) < rows;
}

std::vector<std::uint64_t> SyntheticRegister::new_numbers(std::size_t rows) const {
    std::vector<std::uint64_t> numbers;
    for (std::size_t i = 0; i < rows / 4; ++i) numbers.push_back(corporate_number(800'001'000'001 + i));
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

/// The rows of a day: a move, a name, two changes at once, a closing, a corrected history or a withdrawal.
std::vector<std::string> SyntheticRegister::changes(std::uint64_t number) const {
    Dice dice(number ^ 0x5555);
    Corporation now = corporation(number);
    const Corporation before = now;
    now.updated = std::string(difference_day);
    now.changed = "2026-08-19";
    now.correct = "0";
    const std::uint64_t what = dice.below(1000);
    if (what < 2) return {now.number + ",99,," + now.updated + std::string(25, ',')};
    if (what < 400) {
        now.process = "12";
        now.street = "新町" + full_width(1 + dice.below(90)) + "番";
        return {now.cells()};
    }
    if (what < 550) {
        now.process = "11";
        now.name = "株式会社" + name(number + 7);
        return {now.cells()};
    }
    if (what < 600) {
        now.process = "12";
        now.latest = "0";
        now.street = "本町" + full_width(1 + dice.below(90)) + "番";
        const std::string first = now.cells();
        now.process = "11";
        now.latest = "1";
        now.name = "株式会社" + name(number + 7);
        return {first, now.cells()};
    }
    if (what < 800) {
        now.process = "21";
        now.closed = now.changed;
        now.cause = "01";
        return {now.cells()};
    }
    now = before;
    now.updated = std::string(difference_day);
    now.correct = "1";
    now.furigana = "テイセイ";
    return {now.cells()};
}

void SyntheticRegister::write_full(const std::string& path) const {
    Output out(path);
    for (const std::uint64_t number : numbers_) out.row(corporation(number).cells());
}

void SyntheticRegister::write_difference(const std::string& path, std::size_t rows) const {
    Output out(path);
    for (const std::uint64_t number : numbers_) {
        if (!is_changed(number, rows * 3 / 4)) continue;
        for (const std::string& row : changes(number)) out.row(row);
    }
    for (const std::uint64_t number : new_numbers(rows)) {
        Corporation fresh = corporation(number);
        fresh.process = "01";
        fresh.updated = std::string(difference_day);
        fresh.changed = fresh.assigned = "2026-08-20";
        fresh.closed = fresh.cause = fresh.successor = fresh.details = "";
        out.row(fresh.cells());
    }
}

void SyntheticRegister::write_later(const std::string& path, std::size_t rows) const {
    Output out(path);
    const auto fresh = new_numbers(rows);
    for (const std::uint64_t number : numbers_) {
        if (!is_changed(number, rows * 3 / 4)) {
            out.row(corporation(number).cells());
            continue;
        }
        const std::string last = changes(number).back();
        if (last.compare(13, 4, ",99,") != 0) out.row(last);
    }
    for (const std::uint64_t number : fresh) {
        Corporation one = corporation(number);
        one.process = "01";
        one.updated = std::string(difference_day);
        one.changed = one.assigned = "2026-08-20";
        one.closed = one.cause = one.successor = one.details = "";
        out.row(one.cells());
    }
}

}  // namespace bench
