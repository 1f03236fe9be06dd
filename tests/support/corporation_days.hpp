#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/support/corporation_rows.hpp"

namespace daicho {

/// A register of corporations that lives for some days: its complete file, a difference for each day with all
/// that happens in the real ones (several changes a day, closings, mergers, revivals, corrections that resend
/// the whole history, withdrawals, new corporations), and the complete file of after them. The states are
/// kept as they come, by no code of the program. The same seed gives the same files.
class CorporationDays {
 public:
    CorporationDays(std::uint32_t seed, std::size_t corporations, std::size_t days);

    static constexpr const char* base_name = "30_wakayama_all_20210731.csv";
    static constexpr const char* later_name = "30_wakayama_all_20210831.csv";

    struct File {
        std::string name;  ///< diff_20210802.csv
        std::string text;
    };
    const std::string& base() const { return base_; }
    const std::vector<File>& differences() const { return differences_; }
    /// Lines are in no order of numbers. Some addresses are gone by then (hihyoji).
    const std::string& later() const { return later_; }
    /// Numbers of `later`, and of those that were withdrawn.
    std::size_t living() const { return living_; }
    std::size_t withdrawn() const { return withdrawn_; }

 private:
    using History = std::vector<CorporationRow>;

    std::size_t below(std::size_t bound) { return dice_() % bound; }
    std::string new_number();
    void add_corporation(const std::string& day);
    void happen(History& history, const std::string& day, std::string& out, int& line);
    void correct(History& history, const std::string& day, std::string& out, int& line);
    void change(CorporationRow& row, const std::string& day);

    std::mt19937 dice_;
    std::uint64_t serial_ = 170'001'000'001;
    std::map<std::string, History> corporations_;
    std::string base_, later_;
    std::vector<File> differences_;
    std::size_t living_ = 0, withdrawn_ = 0;
};

}  // namespace daicho
