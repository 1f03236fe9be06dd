// What a user runs: whole commands over files on disk, each in a process of its own, its CPU time (user and
// system, the best of five) with start, reading, checking and writing, beside packaged programs that do a
// part of the work over the same file and beside what the machine takes to read it at all. Peers that are not
// installed are passed over.
//   commands_bench [RECORDS [REGISTRY ADDRESSES]]
// RECORDS: of the table of 31 columns (1 million: 345 MB); ADDRESSES: a file with an address a line, asked of
// the registry.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/bench/command_time.hpp"
#include "tests/bench/records.hpp"

namespace {

using Command = std::vector<std::string>;

const std::string program = DAICHO_PROGRAM;
const std::string model = DAICHO_BENCH_FOLDER "/records.gifm#CheckedRecord";

/// The files of a run, in a folder that goes with it.
class Files {
 public:
    Files() : folder_(std::filesystem::temp_directory_path() / "daicho-commands-bench") {
        std::filesystem::create_directories(folder_);
    }
    ~Files() { std::filesystem::remove_all(folder_); }
    Files(const Files&) = delete;
    Files& operator=(const Files&) = delete;

    std::string path(const std::string& name) const { return (folder_ / name).string(); }

 private:
    std::filesystem::path folder_;
};

void write_table(const std::string& path, std::size_t records, bool bad) {
    std::ofstream file(path, std::ios::binary);
    file << std::string(bench::header, 0, bench::header.size() - 1) << ",番号\n";
    for (std::size_t i = 0; i < records; ++i) {
        std::string line = bench::record(i, bad);
        line.back() = ',';
        file << line << bench::digits(i, 8) << '\n';
    }
}

void write_addresses(const std::string& path, const std::string& lines) {
    std::ifstream from(lines);
    std::ofstream file(path, std::ios::binary);
    file << "ID,名称,所在地_連結表記\n";
    std::size_t number = 0;
    for (std::string line; std::getline(from, line);) {
        if (line.find_first_of(",\"\r") != line.npos) continue;
        file << bench::digits(number, 8) << ",施設" << number << ',' << line << '\n';
        ++number;
    }
}

std::size_t count_lines(const std::string& path) {
    std::ifstream file(path);
    std::size_t count = 0;
    for (std::string line; std::getline(file, line);) ++count;
    return count;
}

/// Runs commands over one file and prints a line for each: records a second of CPU, MB a second, and how it
/// compares with the first of them.
class Comparison {
 public:
    Comparison(const char* what, const std::string& file, std::size_t records)
        : bytes_(static_cast<double>(std::filesystem::file_size(file))),
          records_(static_cast<double>(records)) {
        std::printf("\n%s: %zu records, %.1f MB\n", what, records, bytes_ / 1e6);
    }

    /// `fine`: an exit code that says no more than that there are findings.
    void run(const std::string& name, const Command& command, int fine = 0) {
        const bench::CommandCost cost = bench::command_cost(command, fine);
        if (cost.seconds <= 0) return static_cast<void>(std::printf("  %-44s not there\n", name.c_str()));
        if (first_ == 0) first_ = cost.seconds;
        std::printf("  %-44s %7.3f s %6.2f million/s %7.0f MB/s %6.0f MB memory   %6.2f of the first\n",
                    name.c_str(), cost.seconds, records_ / cost.seconds / 1e6, bytes_ / cost.seconds / 1e6,
                    cost.megabytes, cost.seconds / first_);
    }

 private:
    double bytes_;
    double records_;
    double first_ = 0;
};

void compare_tables(const Files& files, std::size_t records) {
    const std::string clean = files.path("clean.csv"), bad = files.path("bad.csv");
    const std::string lines = files.path("clean.jsonl"), xml = files.path("clean.xml");
    write_table(clean, records, false);
    write_table(bad, records, true);
    Comparison table("a table of 31 columns", clean, records);
    table.run("validate", {program, "validate", "--model", model, clean});
    table.run("transform", {program, "transform", "--to", model, clean, "-o", files.path("out.csv")});
    table.run("profile", {program, "profile", clean});
    table.run("convert --to jsonl", {program, "convert", "--to", "jsonl", clean, "-o", lines});
    table.run("validate, one bad cell in every record", {program, "validate", "--model", model, bad}, 1);
    table.run("transform, one bad cell in every record",
              {program, "transform", "--to", model, bad, "-o", files.path("out.csv")});
    table.run("(wc -l)", {"wc", "-l", clean});
    table.run("(iconv to UTF-16)", {"iconv", "-f", "UTF-8", "-t", "UTF-16LE", clean});
    table.run("(mlr to CSV)", {"mlr", "--icsv", "--ocsv", "cat", clean});
    table.run("(mlr to JSON Lines)", {"mlr", "--icsv", "--ojsonl", "cat", clean});
    table.run("(sqlite3: import, dates that are none)",
              {"sqlite3", ":memory:", ".import --csv " + clean + " t",
               "select count(*) from t where 開始日 not glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"});
    Comparison json("the same as JSON Lines", lines, records);
    json.run("validate", {program, "validate", "--model", model, lines});
    json.run("convert --to csv", {program, "convert", "--to", "csv", lines, "-o", files.path("out.csv")});
    json.run("(jq -c .)", {"jq", "-c", ".", lines});
    json.run("(mlr to CSV)", {"mlr", "--ijsonl", "--ocsv", "cat", lines});
    const Command as_xml{program, "convert", "--to", "xml", clean, "-o", xml};
    if (bench::command_cost(as_xml, 0).seconds <= 0) return;
    Comparison of_xml("the same as XML", xml, records);
    of_xml.run("validate", {program, "validate", "--model", model, xml}, 1);
    of_xml.run("(xmllint --stream)", {"xmllint", "--stream", "--noout", xml});
}

void compare_addresses(const Files& files, const std::string& registry, const std::string& addresses) {
    const std::string table = files.path("addresses.csv");
    write_addresses(table, addresses);
    const auto asked = [&](Command command) {
        command.insert(command.end(), {"--registry", registry});
        command.insert(command.begin(), program);
        return command;
    };
    const std::string header = "所在地_連結表記";
    Comparison run("addresses with a registry", table, count_lines(table) - 1);
    run.run("validate", asked({"validate", "--model", "EvacuationSpace", table}), 1);
    run.run("transform", asked({"transform", "--to", "EvacuationSpace", table, "-o", files.path("out.csv")}),
            1);
    run.run("lookup address --column, to CSV",
            asked({"lookup", "address", "--column", header, table, "-o", files.path("out.csv")}), 1);
    run.run("lookup address --column, to JSON Lines",
            asked({"lookup", "address", "--column", header, table, "-o", files.path("out.jsonl")}), 1);
    run.run(
        "parse address",
        {"sh", "-c", "exec \"$0\" parse address --registry \"$1\" < \"$2\"", program, registry, addresses},
        1);
}

}  // namespace

int main(int count, char** arguments) {
    const std::size_t records = count > 1 ? std::stoul(arguments[1]) : 1'000'000;
    const Files files;
    compare_tables(files, records);
    if (count == 4) compare_addresses(files, arguments[2], arguments[3]);
}
