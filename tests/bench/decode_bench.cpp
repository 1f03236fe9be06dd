// CP932 to UTF-8 against iconv(3) and the commands `iconv`, `uconv` and `nkf`: on made records, and on a
// corporate CSV where one is named (decode_bench FILE; UTF-8 or CP932).

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <iconv.h>

#include "grammars/formats/encoding.hpp"
#include "grammars/text/utf8.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/command_time.hpp"

using namespace daicho;

namespace {

constexpr std::size_t size = 64'000'000;

std::string repeated_bytes(const std::string& record) {
    std::string text;
    while (!record.empty() && text.size() < size) text += record;
    return text;
}

/// The text as CP932, without the characters that it lacks, so often that it is large enough.
std::string repeated(std::string_view utf8) {
    std::string record;
    Encoder encoder{Encoding::cp932};
    for (std::size_t lacking = 0; !utf8.empty(); utf8.remove_prefix(lacking)) {
        lacking = encoder.encode(utf8, record);
        if (lacking == utf8.npos) break;
        lacking += code_point_at(utf8, lacking).size;
    }
    return repeated_bytes(record);
}

double ours(const std::string& text) {
    Buffer<char> out;
    std::vector<SourceBytes> source;
    return bench::best_of_five([&] {
        Decoder decoder{Encoding::cp932};
        for (std::size_t at = 0; at < text.size();) {
            out.clear();
            at += decoder.decode(std::string_view{text}.substr(at, 65536), false, out, source);
        }
    });
}

double by_iconv(std::string text) {
    std::string out(4 * 65536, '\0');
    return bench::best_of_five([&] {
        const iconv_t converter = iconv_open("UTF-8", "CP932");
        for (std::size_t at = 0; at < text.size();) {
            char* from = text.data() + at;
            std::size_t left = std::min<std::size_t>(65536, text.size() - at);
            const std::size_t given = left;
            char* to = out.data();
            std::size_t room = out.size();
            iconv(converter, &from, &left, &to, &room);
            if (left == given) break;
            at += given - left;
        }
        iconv_close(converter);
    });
}

void compare(const char* what, const std::string& text) {
    const auto bytes = static_cast<double>(text.size());
    const std::string path = (std::filesystem::temp_directory_path() / "daicho-decode-bench.csv").string();
    std::ofstream{path, std::ios::binary} << text;
    const double own = ours(text);
    std::printf("%s\n", what);
    bench::report("  daicho", own, bytes);
    const auto beside = [&](const char* name, double seconds) {
        if (seconds <= 0) return static_cast<void>(std::printf("  %s: not installed\n", name));
        bench::report(std::string{"  "} + name, seconds, bytes);
        std::printf("    daicho is %.1f times as fast\n", seconds / own);
    };
    beside("iconv(3)", by_iconv(text));
    const std::string& file = path;
    beside("iconv", bench::command_seconds({"iconv", "-f", "CP932", "-t", "UTF-8", file}));
    beside("uconv", bench::command_seconds({"uconv", "-f", "windows-31j", "-t", "UTF-8", file}));
    beside("nkf", bench::command_seconds({"nkf", "--ic=cp932", "-w", "-x", "-m0", file}));
    std::filesystem::remove(path);
}

std::string corporate(const char* path) {
    std::ifstream file{path, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    if (find_invalid_utf8(bytes) != bytes.npos) return repeated_bytes(bytes);
    return repeated(bytes);
}

}  // namespace

int main(int count, char** arguments) {
    compare(
        "ASCII",
        repeated("131016,0000000001,2024-04-18,2025-03-31,03-1234-5678,100-0001,35.681236,139.767125\r\n"));
    compare("ASCII-rich",
            repeated("131016,0000000001,2024-04-18,2025-03-31,03-1234-5678,100-0001,35.681236,139.767125,"
                     "https://www.city.example.lg.jp/shelters/0001.html,千代田区\r\n"));
    compare("a municipal table",
            repeated("131016,1,東京都,千代田区,第一避難所,ダイイチヒナンジョ,03-1234-5678,35.68,139.76,"
                     "東京都千代田区霞が関一丁目1番地,有\r\n"));
    compare(
        "kanji-rich",
        repeated("名称,昭和の大合併により成立した町村の区域を単位とする地域防災計画に基づく指定緊急避難場所"
                 "及び指定避難所の一覧であり各施設の収容人数と対象となる災害の種別を示す\r\n"));
    if (count > 1) compare("corporate numbers", corporate(arguments[1]));
}
