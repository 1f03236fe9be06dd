#pragma once

#include <algorithm>
#include <fstream>
#include <string>

/// The table of the benchmarks: 30 columns, 6 texts, 6 codes, 4 dates, 3 phone numbers, 3 postal codes, 2
/// pairs of coordinates, a name with its reading, 2 yes/no. `records.gifm` is its model.
namespace bench {

inline const std::string header =
    "名称,概要,分類,所管,担当,備考,全国地方公共団体コード,所在地コード,町字ID,法人番号,都道府県コード,種別,"
    "開始日,終了日,"
    "登録日,更新日,電話番号,FAX番号,携帯番号,郵便番号,送付先郵便番号,旧郵便番号,緯度,経度,入口の緯度,"
    "入口の経度,氏名,"
    "氏名(カナ),有無,可否\n";

/// One of a few texts, another in each record.
template <std::size_t n>
const char* pick(const char* const (&texts)[n], std::size_t i) {
    return texts[i % n];
}

inline std::string digits(std::size_t value, std::size_t count) {
    std::string text = std::to_string(value);
    return std::string(count - std::min(count, text.size()), '0') + text;
}

/// Record number `i`; no cell but those of the codes of the publisher is that of the record before. Where
/// `bad`, one of the four dates is written in another notation.
inline std::string record(std::size_t i, bool bad) {
    const char* const kinds[] = {"集会施設", "体育施設", "文化施設"};
    const char* const offices[] = {"生涯学習課", "市民課", "防災課", "学校教育課"};
    const char* const towns[] = {"131016", "222127", "011002", "092011", "462209"};
    const char* const corporations[] = {"8000012010038", "4000012090001", "1010001164098", "7000012050002"};
    const char* const names[] = {"出路樽 太郎", "山田 花子", "佐藤 一郎", "鈴木 次郎"};
    const char* const readings[] = {"デジタル タロウ", "ヤマダ ハナコ", "サトウ イチロウ", "スズキ ジロウ"};
    const std::string day = std::to_string(10 + i % 18);
    std::string dates[4] = {"2024-04-" + day, "2025-03-" + day, "2023-11-" + day, "2024-12-" + day};
    if (bad) dates[i % 4] = "令和6年4月" + day + "日";
    const std::string number = digits(i % 9000 + 1000, 4);
    const std::string place = digits(i % 1000000, 6);
    const std::string cells[] = {"中央公民館" + number,
                                 "地域の集会施設その" + number,
                                 pick(kinds, i),
                                 pick(offices, i),
                                 number + "係",
                                 "駐車場" + number + "台",
                                 "131016",
                                 pick(towns, i),
                                 "000" + number,
                                 pick(corporations, i),
                                 "13",
                                 std::to_string(i % 3 + 1),
                                 dates[0],
                                 dates[1],
                                 dates[2],
                                 dates[3],
                                 "(03)5253-" + number,
                                 "(054)628-" + number,
                                 "090-1234-" + number,
                                 "102" + number,
                                 "425" + number,
                                 "100" + number,
                                 "35." + place,
                                 "139." + place,
                                 "34." + place,
                                 "138." + place,
                                 pick(names, i),
                                 pick(readings, i),
                                 std::to_string(i % 2),
                                 "1"};
    std::string line;
    for (const auto& cell : cells) line += (line.empty() ? "" : ",") + cell;
    return line + "\n";
}

/// Writes so many records from number `first` on with a number of eight digits behind. One record of
/// `bad_one_of` is bad; 0: none.
inline void write_table(const std::string& path, std::size_t first, std::size_t records,
                        std::size_t bad_one_of) {
    std::ofstream file(path, std::ios::binary);
    file << std::string(header, 0, header.size() - 1) << ",番号\n";
    for (std::size_t i = first; i < first + records; ++i) {
        std::string line = record(i, bad_one_of > 0 && i % bad_one_of == 0);
        line.back() = ',';
        file << line << digits(i, 8) << '\n';
    }
}

}  // namespace bench
