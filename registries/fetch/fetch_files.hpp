#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// Names in a folder of fetched files that are ours.
inline constexpr std::string_view fetch_log_name = "fetched.tsv";
/// Behind a file's own name, with a dot in front of it, so that who looks for publications passes over them:
inline constexpr std::string_view part_ending = ".part";              ///< what has come of it so far
inline constexpr std::string_view part_state_ending = ".part.state";  ///< of what that is a part

/// Whether daicho itself writes a file of the name `file`, which thus no publication can have.
bool is_own_file(std::string_view file);

/// A file that was fetched: a row of `fetched.tsv`.
struct FetchedFile {
    std::string file;
    std::string source;
    std::string url;  ///< that was asked for, before any redirection
    std::uint64_t size = 0;
    std::string sha256;
    std::string etag;           ///< as the server gave it, quotation marks and all
    std::string last_modified;  ///< as the server gave it
    std::string fetched;        ///< when: 2026-11-21T09:30:00Z
    std::string licence;
};

/// `fetched.tsv`: where each file of a folder is from.
class FetchLog {
 public:
    /// Reads it; a folder without one has an empty one. Throws Error.
    explicit FetchLog(const std::string& folder);

    const FetchedFile* find(std::string_view file) const;
    /// Adds a row, or puts it in place of that of the same file, and writes the log. Throws Error.
    void put(FetchedFile row);

 private:
    void write() const;

    std::string path_;
    std::vector<FetchedFile> rows_;  // by file
};

}  // namespace daicho
