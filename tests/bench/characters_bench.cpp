// Normalization, the words of characters and folding on ASCII, on Japanese text and on the same decomposed,
// beside the command `uconv -x nfc`: characters_bench [FILE]; FILE is UTF-8 and takes the place of the
// Japanese text.

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "grammars/text/character.hpp"
#include "grammars/text/normalize.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/variants.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/command_time.hpp"

using namespace daicho;

namespace {

constexpr std::size_t size = 64'000'000;

constexpr std::string_view ascii =
    "1000012050001,01,1,2018-04-02,2015-10-05,\"Digital Agency\",,101,\"1-3 Kioicho\",,\n";
constexpr std::string_view japanese =
    "1,1000012050001,01,1,2018-04-02,2015-10-05,\"札幌高等裁判所\",,101,\"北海道\",\"札幌市中央区\","
    "\"大通西１１丁目\",,01,101,"
    "0600042,,,,,,,2015-10-05,1,,,,,サッポロコウトウサイバンショ,0\n"
    "2,3010001034876,01,0,2015-11-13,2015-10-05,\"株式会社デイリー・プラネット\",,301,\"東京都\","
    "\"千代田区\","
    "\"神田錦町３丁目１８番地がぎぐげご\",,13,101,1010054,,,,,,,2015-10-05,1,,,,,デイリープラネット,0\n";

std::string repeated(std::string_view record) {
    std::string text;
    while (text.size() < size) text += record;
    return text;
}

/// CPU time of `uconv -x nfc` on the text, 0 where there is none.
double by_uconv(const std::string& text) {
    const std::string path =
        std::filesystem::temp_directory_path() / ("daicho-uconv-" + std::to_string(getpid()));
    std::ofstream(path, std::ios::binary) << text;
    const double best = bench::command_seconds({"uconv", "-f", "utf-8", "-t", "utf-8", "-x", "nfc", path});
    std::filesystem::remove(path);
    return best;
}

template <class Run>
void measure(const std::string& what, const std::string& text, double than, Run&& run) {
    std::size_t kept = 0;
    const double seconds = bench::best_of_five([&] { kept += run(text); });
    bench::report(what, seconds, static_cast<double>(text.size()), than);
    if (kept == 1) std::printf("\n");  // what was made is looked at
}

void measure_all(const std::string& name, const std::string& text) {
    const double uconv = by_uconv(text);
    if (uconv > 0) {
        bench::report(name + ": uconv -x nfc", uconv, static_cast<double>(text.size()));
    } else {
        std::printf("uconv (icu-devtools) is not installed\n");
    }
    measure(name + ": is_nfc", text, uconv, [](const std::string& t) { return std::size_t{is_nfc(t)}; });
    measure(name + ": nfc", text, uconv, [](const std::string& t) { return nfc(t).size(); });
    measure(name + ": find_invalid_utf8", text, 0, [](const std::string& t) { return find_invalid_utf8(t); });
    measure(name + ": properties_of_text", text, 0,
            [](const std::string& t) { return std::size_t{properties_of_text(t).any}; });
    measure(name + ": match_key", text, 0, [](const std::string& t) { return match_key(t).size(); });
}

}  // namespace

int main(int count, char** arguments) {
    std::string text = repeated(japanese);
    if (count > 1) {
        std::ifstream file(arguments[1], std::ios::binary);
        text = repeated(std::string(std::istreambuf_iterator<char>(file), {}));
    }
    measure_all("ASCII", repeated(ascii));
    measure_all("Japanese", text);
    measure_all("Japanese, decomposed", nfd(text));
    return 0;
}
