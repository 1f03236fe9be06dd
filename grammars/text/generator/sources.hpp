#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace generator {

/// The code points from first to last, both included.
struct CodeRange {
    char32_t first = 0;
    char32_t last = 0;
};

using Fields = std::vector<std::string_view>;

/// Ends the program with a message; the build stops.
[[noreturn]] void fail(const std::string& message);

std::string read_file(const std::string& path);

/// The lines of a text that hold something, without what follows `comment`; 0 for none. A line that begins
/// with '#' is a comment in any case.
void for_each_line(std::string_view text, char comment, const std::function<void(std::string_view)>& visit);

/// The parts between `separator`, without spaces around them.
Fields split(std::string_view line, char separator);

char32_t read_hex(std::string_view digits);

/// "4E00" or "4E00..9FFF".
CodeRange read_range(std::string_view text);

/// Valid UTF-8 as code points.
std::u32string to_code_points(std::string_view text);

/// The files of Unicode that are read, from one folder, and the tables of grammars/text/tables from another.
struct Sources {
    std::string unicode;
    std::string tables;
    std::string code_page_932;

    std::string unicode_file(std::string_view name) const {
        return read_file(unicode + "/" + std::string(name));
    }
    std::string table(std::string_view name) const { return read_file(tables + "/" + std::string(name)); }

    /// The ranges of a property in a file such as PropList.txt.
    std::vector<CodeRange> property(std::string_view file, std::string_view name) const;
    /// The ranges of each class of character_classes.tsv.
    std::map<std::string, std::vector<CodeRange>, std::less<>> classes() const;
    /// The characters of a table such as joyo.txt.
    std::vector<CodeRange> set(std::string_view name) const;
    /// The characters of code page 932 beyond ASCII, without its user-defined part.
    std::u32string code_page() const;
};

/// A row of UnicodeData.txt; ranges are unfolded.
struct UnicodeRow {
    std::string category;
    unsigned combining_class = 0;
    std::u32string decomposition;  ///< canonical, one step
    char32_t other_width = 0;      ///< what it is a wide or narrow form of
    char32_t lower_case = 0;
};

std::vector<UnicodeRow> read_unicode_data(const Sources& sources);

}  // namespace generator
