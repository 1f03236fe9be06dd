// What a command writes beside its result never takes the place of what it reads.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/scratch_folder.hpp"
#include "tools/own_files.hpp"
#include "tools/run.hpp"

namespace daicho {

namespace {

constexpr const char* table = "ID,電話番号\n1,03-5253-5111\n2,03-5253-5112\n";

Exit run_quietly(const std::vector<std::string>& arguments) {
    std::vector<const char*> words{"--lang", "en"};
    for (const std::string& argument : arguments) words.push_back(argument.c_str());
    std::ostringstream out, talk;
    return run(words, out, talk);
}

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Commands that read IN and are told to write beside their result into SIDE.
const std::vector<std::vector<std::string>> commands{
    {"validate", "IN", "--model", "none", "--report", "jsonl=SIDE"},
    {"validate", "OTHER", "IN", "--model", "none", "--report", "xlsx=SIDE"},
    {"check", "IN", "--model", "none", "--isolated", "--cache", "off", "--report", "sarif=SIDE"},
    {"check", "IN", "--model", "none", "--isolated", "--cache", "off", "--history", "SIDE"},
    {"baseline", "create", "IN", "--isolated", "--cache", "off", "-o", "SIDE"},
    {"fix", "IN", "--isolated", "--model", "none", "-o", "OUT", "--record", "SIDE"},
    {"fix", "IN", "--isolated", "--model", "none", "--in-place", "--record", "SIDE"},
    {"transform", "IN", "--to", "Person", "-o", "OUT", "--report", "SIDE"},
    {"transform", "IN", "--to", "Person", "-o", "OUT", "--record", "SIDE"},
    {"diff", "IN", "OTHER", "-o", "SIDE"},
    {"diff", "OTHER", "IN", "-o", "SIDE"},
    {"patch", "IN", "OTHER", "-o", "OUT", "--rejects", "SIDE"},
    {"merge", "OTHER", "IN", "OTHER", "-o", "OUT", "--conflicts", "SIDE"},
    {"merge", "IN", "OTHER", "OTHER", "-o", "OUT", "--conflicts", "SIDE"},
    {"merge", "OTHER", "IN", "OTHER", "-o", "OUT", "--record", "SIDE"},
    {"characters", "convert", "IN", "-o", "OUT", "--record", "SIDE"},
};

std::string filled(std::string word, const std::string& mark, const std::string& path) {
    const std::size_t at = word.find(mark);
    return at == word.npos ? word : word.replace(at, mark.size(), path);
}

}  // namespace

TEST_CASE("no command writes a report or a record over a table that it reads, by whatever name") {
    for (const auto& command : commands) {
        const ScratchFolder folder;
        const std::string in = folder.write("in.csv", table), other = folder.write("other.csv", table);
        std::filesystem::create_symlink("in.csv", folder / "soft.csv");
        std::filesystem::create_hard_link(in, folder / "hard.csv");
        for (const std::string name : {"in.csv", "./in.csv", "soft.csv", "hard.csv"}) {
            std::vector<std::string> words;
            for (const std::string& word : command)
                words.push_back(
                    filled(filled(filled(filled(word, "IN", in), "OTHER", other), "OUT", folder / "out.csv"),
                           "SIDE", folder / name));
            CAPTURE(words);
            CHECK(run_quietly(words) == Exit::failure);
            CHECK(bytes_of(in) == table);
        }
    }
}

TEST_CASE("two outputs are two files, but a pipe or a device takes both") {
    const ScratchFolder folder;
    const std::string in = folder.write("in.csv", table), out = folder / "out";
    const auto with = [&](const std::string& one, const std::string& other) {
        return run_quietly(
            {"validate", in, "--model", "none", "--report", "sarif=" + one, "--report", "json=" + other});
    };
    CHECK(with(out, out) == Exit::failure);
    CHECK(with(out, folder / "./out") == Exit::failure);
    CHECK(!std::filesystem::exists(out));
    CHECK(with(out, folder / "out2") == Exit::clean);
    CHECK(with("/dev/null", "/dev/null") == Exit::clean);
}

TEST_CASE("names that lead to one file are known, be it there or not") {
    const ScratchFolder folder;
    folder.write("in.csv", table);
    std::filesystem::create_directory_symlink(folder.path(), folder / "again");
    CHECK(is_one_file(folder / "in.csv", folder / "again/in.csv"));
    CHECK(is_one_file(
        folder / "new.csv",
        folder / "again/../" + std::filesystem::path(folder.path()).filename().string() + "/./new.csv"));
    CHECK(!is_one_file(folder / "in.csv", folder / "new.csv"));
}

}  // namespace daicho
