// CP932 to UTF-8 against iconv(3) and the command `iconv`.

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <iconv.h>

#include "grammars/formats/encoding.hpp"
#include "tests/bench/bench.hpp"

using namespace daicho;

namespace {

constexpr std::size_t size = 64'000'000;

std::string repeated(std::string_view utf8) {
    std::string record;
    Encoder encoder{Encoding::cp932};
    encoder.encode(utf8, record);
    std::string text;
    while (text.size() < size) text += record;
    return text;
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

/// CPU time of the command, of the best of five runs.
double by_command(const std::string& path) {
    double best = 1e30;
    for (int i = 0; i < 5; ++i) {
        const pid_t child = fork();
        if (child == 0) {
            dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
            execlp("iconv", "iconv", "-f", "CP932", "-t", "UTF-8", path.c_str(), nullptr);
            _exit(1);
        }
        int status = 0;
        rusage usage{};
        wait4(child, &status, 0, &usage);
        if (status != 0) return 0;
        const auto seconds = [](const timeval& t) {
            return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
        };
        best = std::min(best, seconds(usage.ru_utime) + seconds(usage.ru_stime));
    }
    return best;
}

void compare(const char* what, std::string_view record) {
    const std::string text = repeated(record);
    const auto bytes = static_cast<double>(text.size());
    const double own = ours(text);
    const std::string path = (std::filesystem::temp_directory_path() / "daicho-decode-bench.csv").string();
    std::ofstream{path, std::ios::binary} << text;
    const double library = by_iconv(text);
    const double command = by_command(path);
    std::filesystem::remove(path);
    std::printf("%s\n", what);
    bench::report("  daicho", own, bytes);
    bench::report("  iconv(3)", library, bytes);
    if (command > 0) bench::report("  iconv", command, bytes);
    std::printf("  daicho is %.1f times as fast as iconv(3)", library / own);
    if (command > 0) std::printf(", %.1f times as fast as the command iconv", command / own);
    std::printf("\n");
}

}  // namespace

int main() {
    compare("ASCII-rich",
            "131016,0000000001,2024-04-18,2025-03-31,03-1234-5678,100-0001,35.681236,139.767125,"
            "https://www.city.example.lg.jp/shelters/0001.html,千代田区\r\n");
    compare("a municipal table",
            "131016,1,東京都,千代田区,第一避難所,ダイイチヒナンジョ,03-1234-5678,35.68,139.76,"
            "東京都千代田区霞が関一丁目1番地,有\r\n");
    compare("kanji-rich",
            "名称,昭和の大合併により成立した町村の区域を単位とする地域防災計画に基づく指定緊急避難場所"
            "及び指定避難所の一覧であり各施設の収容人数と対象となる災害の種別を示す\r\n");
}
