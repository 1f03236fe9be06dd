#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// A register of corporations that never was, of any size, with the distribution of the real one
/// (corporation_statistics.tsv): lengths and letters of names, kinds, 30 % of rows that share their name,
/// closed corporations, readings, places. The same size gives the same bytes.
class SyntheticRegister {
 public:
    /// `statistics`: the text of corporation_statistics.tsv.
    SyntheticRegister(std::string_view statistics, std::size_t corporations);

    static constexpr std::string_view full_day = "2026-08-21", difference_day = "2026-08-24";

    /// Numbers of all corporations of the complete file, in order.
    const std::vector<std::uint64_t>& numbers() const { return numbers_; }
    /// The complete file of `full_day`.
    void write_full(const std::string& path) const;
    /// The difference of `difference_day`: about `rows` rows, of all kinds.
    void write_difference(const std::string& path, std::size_t rows) const;
    /// The complete file of after that difference.
    void write_later(const std::string& path, std::size_t rows) const;

 private:
    struct Corporation;
    using Weights = std::vector<std::pair<std::string, std::uint32_t>>;  // the weights added up

    Corporation corporation(std::uint64_t number) const;
    std::string name(std::uint64_t seed) const;
    bool is_changed(std::uint64_t number, std::size_t rows) const;
    std::vector<std::string> changes(std::uint64_t number) const;
    std::vector<std::uint64_t> new_numbers(std::size_t rows) const;

    std::vector<std::uint64_t> numbers_;
    Weights lengths_, places_, first_, kinds_, processes_, streets_;
    std::map<std::string, Weights, std::less<>> after_;
};

}  // namespace bench
