// All rules about characters over clean cells, profile by profile, on one thread: addresses and names of the
// records of the other benchmarks, ASCII, and a text with one bad character in each cell.

#include <string>
#include <string_view>
#include <vector>

#include "grammars/characters/check.hpp"
#include "tests/bench/bench.hpp"

using namespace daicho;

namespace {

constexpr std::size_t cells = 400'000;

std::vector<std::string> cells_of(std::string_view text) {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < cells; ++i) all.push_back(std::string(text) + std::to_string(i % 10));
    return all;
}

void measure(const std::string& what, std::string_view text, std::string_view profile) {
    const CharacterCheck check(*find_character_profile(profile));
    const auto texts = cells_of(text);
    std::size_t bytes = 0;
    std::size_t unclean = 0;
    for (const std::string& one : texts) bytes += one.size();
    const double took = bench::best_of_five([&] {
        for (const std::string& one : texts) {
            if (!check.is_plainly_clean(one)) unclean += check.problems(one).size();
        }
    });
    bench::report(what + (unclean == 0 ? "" : " (with problems)"), took, static_cast<double>(bytes));
}

}  // namespace

int main() {
    measure("address", "東京都千代田区紀尾井町1-3 東京ガーデンテラス", "address");
    measure("name", "山田 太郎", "name");
    measure(
        "free text",
        "市内の公共施設を利用するときは、あらかじめ申込書を窓口へ提出してください。受付は平日の午前9時から"
        "午後5時までです。",
        "free-text");
    measure("ASCII", "https://www.example.lg.jp/opendata/dataset/index.html", "free-text");
    measure("free text, 髙 in each cell",
            "市内の公共施設を利用するときは、あらかじめ髙橋へ申込書を提出してください。", "free-text");
    return 0;
}
