// Splitting of CSV into cells. Arguments: files to split besides the synthetic table.

#include <filesystem>
#include <fstream>
#include <string>

#include "grammars/base/os.hpp"
#include "grammars/formats/csv_marks.hpp"
#include "grammars/formats/csv_splitter.hpp"
#include "grammars/formats/table_reader.hpp"
#include "tests/bench/bench.hpp"

using namespace daicho;

namespace {

constexpr std::size_t file_size = 300'000'000;

/// 30 columns of the kinds that municipal tables have; a fifth of the records has a quoted cell.
std::string synthetic_record(unsigned number) {
    const std::string n = std::to_string(number);
    std::string record = "131016," + n + ",東京都,千代田区,第" + n + "避難所,ダイヒナンジョ,";
    record += number % 5 == 0 ? "\"北棟,南棟\"," : "本館,";
    record +=
        "2024-04-18,2025-03-31,2019-12-01,2023-07-07,03-1234-5678,03-1234-5679,0120-123-456,1000001,1000002,"
        "1000003,35.681236,139.767125,35.689487,139.691711,";
    record += "佐藤,太郎,サトウ,タロウ,有,無,千代田区役所総務課,https://example.lg.jp/" + n + ",備考なし\n";
    return record;
}

std::string make_file() {
    const std::string path = (std::filesystem::temp_directory_path() / "daicho-split-bench.csv").string();
    std::ofstream out{path, std::ios::binary};
    std::size_t size = 0;
    out << "c1";
    for (int i = 2; i <= 30; ++i) out << ",c" << i;
    out << "\n";
    for (unsigned number = 0; size < file_size; ++number) {
        const std::string record = synthetic_record(number);
        out << record;
        size += record.size();
    }
    return path;
}

void bench_markers(const std::string& path) {
    std::string text = read_file(path).substr(0, 32'000'000);
    text.resize(text.rfind('\n') + 1);
    const auto bytes = static_cast<double>(text.size());
    text.append(64, ' ');
    std::size_t count = 0;
    const auto* markers = csv_markers(count);
    constexpr std::size_t window = 32768;
    for (std::size_t m = 0; m < count; ++m) {
        CsvMarks marks;
        const double seconds = bench::best_of_five([&] {
            for (std::size_t at = 0; at + 64 < text.size();) {
                marks.clear();
                markers[m].mark(text.data(), at, std::min(at + window, text.size() - 64), ',', true, marks);
                at = marks.ends.empty() ? text.size() : marks.ends.back() + 1;
            }
        });
        bench::report("marks, " + std::string{markers[m].name}, seconds, bytes);
    }
}

void bench_file(const std::string& path, const ReadOptions& options, const std::string& what) {
    std::size_t cells = 0;
    const double seconds = bench::best_of_five([&] {
        const auto reader = open_table(path, options);
        Batch batch;
        cells = 0;
        while (reader->next(batch)) cells += batch.parts().cells.size();
    });
    bench::report(what + " (" + std::to_string(cells) + " cells)", seconds,
                  static_cast<double>(std::filesystem::file_size(path)));
}

void bench_splitter(const std::string& path) {
    const std::string text = read_file(path).substr(0, 32'000'000);
    Batch batch;
    auto& parts = batch.parts();
    const double seconds = bench::best_of_five([&] {
        CsvSplitter splitter{','};
        splitter.expect(30);
        for (std::size_t at = 0; at < text.size();) {
            parts.clear();
            parts.text.append(text.data() + at, std::min<std::size_t>(262144, text.size() - at));
            const std::size_t used = splitter.split(parts, false);
            if (used == 0) break;
            at += used;
        }
    });
    bench::report("cells, from memory", seconds, static_cast<double>(text.size()));
}

}  // namespace

int main(int count, char** arguments) {
    const std::string path = make_file();
    ReadOptions known;
    known.encoding = Encoding::utf8;
    bench_markers(path);
    bench_splitter(path);
    bench_file(path, known, "file of 300 MB, encoding given");
    bench_file(path, {}, "file of 300 MB, encoding proven");
    for (int i = 1; i < count; ++i) bench_file(arguments[i], {}, arguments[i]);
    std::filesystem::remove(path);
}
