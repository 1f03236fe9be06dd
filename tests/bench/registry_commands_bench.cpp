// What a user asks of a registry: whole commands, each in a process of its own, by their CPU time (user and
// system, the best of five), beside packaged programs that do a part of the work in the same run. Peers that
// are not there are passed over.
//   registry_commands_bench addresses REGISTRY LINES [MODULES]
//   registry_commands_bench corporations REGISTRY REGISTER
// LINES: a file with an address a line. MODULES: a folder with @geolonia/normalize-japanese-addresses 2.10.1
// in node_modules. REGISTER: what make_corporations wrote and REGISTRY was built of (00_zenkoku_all_…csv).

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "tests/bench/command_comparison.hpp"
#include "tests/bench/records.hpp"

using bench::Command;
using bench::CommandFiles;
using bench::Comparison;

namespace {

const std::string program = DAICHO_PROGRAM;

/// A command of ours that is asked of a registry.
Command asked(const std::string& registry, Command command) {
    command.insert(command.end(), {"--registry", registry});
    command.insert(command.begin(), program);
    return command;
}

/// The same with a file as standard input.
Command asked_of_lines(const std::string& registry, const Command& command, const std::string& lines) {
    Command shell{"sh", "-c", "lines=$1; shift; exec \"$@\" < \"$lines\"", "sh", lines};
    const Command ours = asked(registry, command);
    shell.insert(shell.end(), ours.begin(), ours.end());
    return shell;
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

void compare_addresses(const CommandFiles& files, const std::string& registry, const std::string& addresses,
                       const std::string& modules) {
    const std::string table = files.path("addresses.csv");
    write_addresses(table, addresses);
    const std::string header = "所在地_連結表記", csv = files.path("out.csv"),
                      jsonl = files.path("out.jsonl");
    Comparison run("addresses with a registry", table, bench::count_lines(table) - 1);
    run.run("validate", asked(registry, {"validate", "--model", "EvacuationSpace", table}), 1);
    run.run("transform", asked(registry, {"transform", "--to", "EvacuationSpace", table, "-o", csv}), 1);
    run.run("lookup address --column, to CSV",
            asked(registry, {"lookup", "address", "--column", header, table, "-o", csv}), 1);
    run.run("lookup address --column, to JSON Lines",
            asked(registry, {"lookup", "address", "--column", header, table, "-o", jsonl}), 1);
    run.run("the same, four fields, to CSV",
            asked(registry, {"lookup", "address", "--column", header, table, "-o", csv, "--fields",
                             "localGovernmentCode,streetAddressId,cityBlock,level"}),
            1);
    run.run("parse address", asked_of_lines(registry, {"parse", "address"}, addresses), 1);
    run.run("lookup address -", asked_of_lines(registry, {"lookup", "address", "-"}, addresses), 1);
    if (modules.empty()) return;
    const std::string peers = DAICHO_BENCH_FOLDER "/peers", towns = files.path("towns");
    bench::command_cost({"python3", peers + "/make_japanese_addresses.py", registry, towns}, 0, 1);
    run.run("(normalize-japanese-addresses)", {"env", "NODE_PATH=" + modules + "/node_modules", "node",
                                               peers + "/normalize_addresses.cjs", towns, addresses, "1"});
}

/// Some corporations of the register and files that ask for them.
struct AskedCorporations {
    std::size_t names = 0, numbers = 0, typos = 0;
    std::string by_name, by_number, by_typo;
};

/// The cells of a line of the register; no cell of it has a comma or a quote inside.
std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
        if (c == ',') {
            cells.emplace_back();
        } else if (c != '"') {
            cells.back() += c;
        }
    }
    return cells;
}

/// The name with its second character exchanged.
std::string with_typo(const std::string& name) {
    const auto size_at = [&](std::size_t at) {
        const auto lead = static_cast<unsigned char>(name[at]);
        return std::size_t{lead < 0x80 ? 1u : lead < 0xE0 ? 2u : lead < 0xF0 ? 3u : 4u};
    };
    const std::size_t second = name.empty() ? 0 : size_at(0);
    if (second >= name.size()) return name;
    return name.substr(0, second) + "田" + name.substr(std::min(second + size_at(second), name.size()));
}

AskedCorporations write_corporations(const CommandFiles& files, const std::string& register_file) {
    constexpr std::size_t numbers = 100'000, names = 20'000, typos = 10'000;
    AskedCorporations asked{
        0, 0, 0, files.path("names.txt"), files.path("numbers.txt"), files.path("typos.txt")};
    std::ofstream by_name(asked.by_name), by_number(asked.by_number), by_typo(asked.by_typo);
    const std::size_t step = std::max<std::size_t>(1, bench::count_lines(register_file) / numbers);
    std::ifstream from(register_file);
    std::size_t number = 0;
    for (std::string line; std::getline(from, line); ++number) {
        if (number % step != 0 || asked.numbers == numbers) continue;
        const std::vector<std::string> cells = cells_of(line);
        by_number << cells[1] << '\n';
        if (asked.numbers % (numbers / names) == 0) by_name << cells[6] << '\n', ++asked.names;
        if (asked.numbers % (numbers / typos) == 0) by_typo << with_typo(cells[6]) << '\n', ++asked.typos;
        ++asked.numbers;
    }
    return asked;
}

/// The first corporations of the register as a table of names and addresses; every `step`th of them.
std::size_t write_names(const std::string& path, const std::string& register_file, std::size_t step,
                        std::size_t most) {
    std::ifstream from(register_file);
    std::ofstream file(path);
    file << "名称,所在地\n";
    std::size_t count = 0, number = 0;
    for (std::string line; count < most && std::getline(from, line); ++number) {
        if (number % step != 0) continue;
        const std::vector<std::string> cells = cells_of(line);
        file << cells[6] << ',' << cells[9] << cells[10] << cells[11] << '\n';
        ++count;
    }
    return count;
}

void compare_corporations(const CommandFiles& files, const std::string& registry,
                          const std::string& register_file) {
    const AskedCorporations some = write_corporations(files, register_file);
    const Command ask{"lookup", "corporation", "-"};
    Comparison("corporations by name", some.by_name, some.names)
        .run("lookup corporation -", asked_of_lines(registry, ask, some.by_name), 1);
    Comparison("corporations by number", some.by_number, some.numbers)
        .run("lookup corporation -", asked_of_lines(registry, ask, some.by_number), 1);
    Comparison("names with a typing error", some.by_typo, some.typos)
        .run("lookup corporation -", asked_of_lines(registry, ask, some.by_typo), 1);
    const std::string a = files.path("a.csv"), b = files.path("b.csv");
    const std::size_t matched = write_names(a, register_file, 5, 100'000);
    write_names(b, register_file, 1, 600'000);
    Comparison("match with 600,000", a, matched)
        .run("match",
             asked(registry, {"match", "--on", "corporate_name=名称:名称,address=所在地:所在地", "--format",
                              "csv", a, b}),
             1);
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> given(arguments + 1, arguments + count);
    const CommandFiles files;
    if (given.size() >= 3 && given[0] == "addresses") {
        compare_addresses(files, given[1], given[2], given.size() > 3 ? given[3] : "");
    } else if (given.size() == 3 && given[0] == "corporations") {
        compare_corporations(files, given[1], given[2]);
    } else {
        std::fprintf(stderr,
                     "registry_commands_bench addresses REGISTRY LINES [MODULES]\n"
                     "registry_commands_bench corporations REGISTRY REGISTER\n");
        return 2;
    }
}
