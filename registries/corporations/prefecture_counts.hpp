#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// Which prefectures a file of corporate numbers has all rows of.
///
/// The running number of a row (一連番号) begins at 1 in each file, or in each prefecture of a national one,
/// and says how many rows there were: a sample lacks most of them. That alone proves little: the file of
/// corporations abroad has unbroken numbers and offices in every prefecture, and what was cut at its end, or
/// numbered anew, has them as well. So a prefecture has to be shown by its rows, too:
/// - its local bodies are there, whose numbers follow from their codes (0000 20 and the code of six digits):
///   a file of something else, or of some of the rows, lacks them;
/// - all check digits are about as frequent: the rows are in the order of the numbers, which begin with it,
///   so that one that was cut has none or few of the last.
/// Corporations with no place in Japan have only the last.
class PrefectureCounts {
 public:
    /// `prefecture` is the code as published, two digits, or empty for a corporation abroad; `number` of 13
    /// digits.
    void add(std::string_view prefecture, std::string_view running_number, std::uint64_t number);
    void merge(const PrefectureCounts& other);
    void clear() { counts_.clear(); }

    /// Those of which all rows are shown to be there. In ascending order.
    std::vector<std::string> complete() const;
    /// Those whose running numbers have no gap: enough for comparing a file that the user calls complete.
    std::vector<std::string> unbroken() const;

 private:
    struct Count {
        std::uint64_t rows = 0;
        std::uint64_t last = 0;  ///< highest running number
        std::array<std::uint64_t, 10> check_digits{};
        std::vector<std::uint32_t> local_bodies;  ///< codes of six digits

        void merge(const Count& other);
        bool is_unbroken() const;
        bool has_every_check_digit() const;
        bool has_local_bodies(std::string_view prefecture) const;
        bool is_shown(std::string_view prefecture) const;
    };
    std::map<std::string, Count, std::less<>> counts_;
};

}  // namespace daicho
