#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/scratch_folder.hpp"

namespace daicho {

/// The tables that the cases of the commands are made of, each once, large ones left out.
inline std::vector<std::string> golden_tables() {
    constexpr std::uintmax_t largest = 3'000;
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("tests/golden")) {
        const std::string extension = entry.path().extension().string();
        const bool table = extension == ".csv" || extension == ".tsv" || extension == ".xlsx";
        if (entry.is_regular_file() && table && entry.file_size() < largest)
            files.push_back(entry.path().string());
    }
    std::ranges::sort(files);
    std::set<std::string> seen;
    std::erase_if(files, [&](const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        return !seen.emplace(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()).second;
    });
    return files;
}

/// The examples of the pages in `docs/rules`: what they write, beside the files of `docs/sample`, before
/// daicho looks at it.
class RulePages {
    static constexpr std::string_view piped = "standard-input.csv";

 public:
    /// Calls `see(path, asked)` for each table file that an example has written, right away; `asked` is the
    /// rest of its line, from the first `daicho` on.
    template <class See>
    void for_each_table(See&& see) const {
        for (const std::string& page : pages()) {
            const ScratchFolder folder;
            std::filesystem::copy("docs/sample", folder.path());
            std::ifstream lines(page);
            for (std::string line; std::getline(lines, line);) {
                if (!line.starts_with("$ ")) continue;
                const std::size_t asks = std::min(line.find("daicho "), line.size());
                run(line.substr(2, asks - 2), folder);
                const std::string_view asked = std::string_view(line).substr(asks);
                write_texts(asked, folder);
                for (const std::string& file : tables(folder, asked)) see(file, asked);
                std::filesystem::remove(folder / piped);
            }
        }
    }

 private:
    static std::vector<std::string> files_in(const std::string& folder) {
        std::vector<std::string> files;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            if (entry.is_regular_file()) files.push_back(entry.path().string());
        }
        std::ranges::sort(files);
        return files;
    }

    static std::vector<std::string> pages() {
        std::vector<std::string> pages = files_in("docs/rules");
        std::erase_if(pages, [](const std::string& page) { return page.ends_with("README.md"); });
        return pages;
    }

    /// The texts that an example gives `parse` or `characters check`, as a table of one column: its header is
    /// the kind of value.
    static void write_texts(std::string_view asked, const ScratchFolder& folder) {
        std::string_view words = asked.substr(0, asked.find(" |"));
        std::string header = "text";
        if (const std::size_t at = words.find("characters check "); at != words.npos) {
            words.remove_prefix(at + std::string_view("characters check ").size());
            if (words.starts_with("--profile ")) words.remove_prefix(words.find(' ', 10) + 1);
        } else if (const std::size_t kind = words.find("parse "); kind != words.npos) {
            words.remove_prefix(kind + std::string_view("parse ").size());
            header = words.substr(0, words.find(' '));
            std::ranges::replace(header, '-', '_');
            words.remove_prefix(std::min(words.find(' '), words.size()));
        } else {
            return;
        }
        run("printf '\"%s\"\\n' " + header + " " + std::string(words) + " | ", folder);
    }

    /// Writes the files of an example, `printf ... >list.csv` or `printf ... | daicho`.
    static void run(std::string command, const ScratchFolder& folder) {
        command.erase(command.find_last_not_of(" ;") + 1);
        if (command.ends_with('|')) {
            command.pop_back();
            command += ">" + std::string(piped);
        }
        if (!command.starts_with("printf ") || command.find('>') == command.npos) return;
        const std::string script =
            folder.write("write.sh", "cd '" + folder.path() + "' || exit 1\n" + command + "\n");
        if (std::system(("bash '" + script + "'").c_str()) != 0)
            throw std::runtime_error("an example failed: " + command);
    }

    /// The tables in the folder that are named on the line.
    static std::vector<std::string> tables(const ScratchFolder& folder, std::string_view asked) {
        std::vector<std::string> named = files_in(folder.path());
        std::erase_if(named, [&](const std::string& file) {
            const std::string name = std::filesystem::path(file).filename().string();
            const bool table = name.ends_with(".csv") || name.ends_with(".json") || name.ends_with(".xml") ||
                               name.ends_with(".xlsx");
            return !table || (name != piped && asked.find(" " + name) == asked.npos);
        });
        return named;
    }
};

}  // namespace daicho
