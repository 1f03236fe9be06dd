#include "registries/fetch/fetch_files.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "grammars/base/os.hpp"
#include "models/engine/tsv.hpp"

namespace daicho {

namespace {

constexpr std::string_view header =
    "# Written by daicho fetch: where the files of this folder are from.\n"
    "file\tsource\turl\tsize\tsha256\tetag\tlast_modified\tfetched\tlicence\n";

std::string cell(std::string_view text) {
    std::string out{text};
    for (char& c : out) {
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    return out;
}

FetchedFile read_row_of_fetch_files(const TsvRow& row) {
    FetchedFile out{row.get("file"),   row.get("source"), row.get("url"),           0,
                    row.get("sha256"), row.get("etag"),   row.get("last_modified"), row.get("fetched"),
                    row.get("licence")};
    const std::string size = row.get("size");
    std::from_chars(size.data(), size.data() + size.size(), out.size);
    return out;
}

}  // namespace

bool is_own_file(std::string_view file) {
    return file == fetch_log_name || file.starts_with('.');
}

FetchLog::FetchLog(const std::string& folder) : path_(folder + "/" + std::string(fetch_log_name)) {
    std::error_code none;
    if (!std::filesystem::exists(path_, none)) return;
    const std::string text = read_file(path_);
    for (const TsvRow& row : TsvTable{text}) rows_.push_back(read_row_of_fetch_files(row));
    std::ranges::sort(rows_, {}, &FetchedFile::file);
}

const FetchedFile* FetchLog::find(std::string_view file) const {
    const auto at = std::ranges::lower_bound(rows_, file, {}, &FetchedFile::file);
    return at != rows_.end() && at->file == file ? &*at : nullptr;
}

void FetchLog::put(FetchedFile row) {
    const auto at = std::ranges::lower_bound(rows_, row.file, {}, &FetchedFile::file);
    if (at != rows_.end() && at->file == row.file) {
        *at = std::move(row);
    } else {
        rows_.insert(at, std::move(row));
    }
    write();
}

void FetchLog::write() const {
    OutputFile out{path_};
    out.write(header);
    for (const FetchedFile& row : rows_) {
        std::string line = cell(row.file);
        for (const std::string& text : {row.source, row.url, std::to_string(row.size), row.sha256, row.etag,
                                        row.last_modified, row.fetched, row.licence}) {
            line.append("\t").append(cell(text));
        }
        out.write(line += '\n');
    }
    out.commit();
}

}  // namespace daicho
