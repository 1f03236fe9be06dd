#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// Which prefectures a file of corporate numbers has all rows of. The running number of a row (一連番号),
/// which begins at 1 in each file, or in each prefecture of a national one, says how many rows there were: a
/// sample or a part of a file lacks most of them. A file that was cut at its end cannot be told from a
/// complete one.
class PrefectureCounts {
 public:
    /// `prefecture` is the code as published, two digits, or empty for a corporation abroad.
    void add(std::string_view prefecture, std::string_view running_number);
    void merge(const PrefectureCounts& other);
    void clear() { counts_.clear(); }

    /// In ascending order.
    std::vector<std::string> complete() const;

 private:
    struct Count {
        std::uint64_t rows = 0;
        std::uint64_t last = 0;  ///< highest running number

        bool is_complete() const;
    };
    std::map<std::string, Count, std::less<>> counts_;
};

}  // namespace daicho
