#include "registries/loading/other_files.hpp"

#include <string>
#include <vector>

#include "registries/embedded/embedded_table.hpp"

namespace daicho {

namespace {

constexpr std::size_t head_bytes = 4096;

struct OtherFile {
    bool by_name = false;
    std::string mark;
    std::string_view ja;
    std::string_view en;
};

std::string small(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

/// `\t` stands for a tab.
std::string unescaped(std::string_view text) {
    std::string result(text);
    for (auto at = result.find("\\t"); at != result.npos; at = result.find("\\t", at))
        result.replace(at, 2, "\t");
    return result;
}

std::vector<OtherFile> read_table() {
    std::vector<OtherFile> table;
    for_each_line(embedded_text("registries/loading/other_files.tsv"), [&](std::string_view line) {
        const std::string_view where = take_field(line), text = take_field(line), ja = take_field(line);
        if (where == "where") return;
        const bool by_name = where == "name";
        table.push_back({by_name, by_name ? small(text) : unescaped(text), ja, line});
    });
    return table;
}

}  // namespace

std::optional<Text> known_other_file(std::string_view name, std::string_view head) {
    static const std::vector<OtherFile> table = read_table();
    const std::string small_name = small(name);
    for (const OtherFile& file : table) {
        const std::string_view in = file.by_name ? std::string_view(small_name) : head.substr(0, head_bytes);
        if (in.find(file.mark) != in.npos) return Text{file.ja, file.en};
    }
    return std::nullopt;
}

}  // namespace daicho
