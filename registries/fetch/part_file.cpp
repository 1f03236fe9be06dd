#include "registries/fetch/part_file.hpp"

#include <charconv>
#include <filesystem>

#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "registries/embedded/embedded_table.hpp"
#include "registries/fetch/fetch_files.hpp"

namespace daicho {

namespace {

PartState read_state(std::string_view text) {
    PartState state;
    for_each_line(text, [&](std::string_view line) {
        const std::string_view name = take_field(line);
        if (name == "url") state.url = line;
        if (name == "etag") state.etag = line;
        if (name == "last_modified") state.last_modified = line;
        std::uint64_t total = 0;
        if (name == "total" &&
            std::from_chars(line.data(), line.data() + line.size(), total).ec == std::errc()) {
            state.total = total;
        }
    });
    return state;
}

}  // namespace

PartFile::PartFile(const std::string& folder, const std::string& file)
    : path_(folder + "/." + file + std::string(part_ending)),
      state_path_(folder + "/." + file + std::string(part_state_ending)) {
    std::error_code none;
    const auto size = std::filesystem::file_size(path_, none);
    if (none || !std::filesystem::is_regular_file(state_path_, none)) return;
    size_ = size;
    state_ = read_state(read_file(state_path_));
}

std::uint64_t PartFile::resumable(const std::string& url) const {
    if (state_.url != url || validator().empty()) return 0;
    // All of it may be at hand, from a run that was cut just then: the last byte is asked for again.
    if (state_.total && size() >= *state_.total) return *state_.total > 1 ? *state_.total - 1 : 0;
    return size();
}

// RFC 9110 13.1.5: a weak ETag must not be used.
std::string PartFile::validator() const {
    return state_.etag.empty() || state_.etag.starts_with("W/") ? state_.last_modified : state_.etag;
}

void PartFile::begin(PartState state) {
    file_.reset();
    file_.emplace(path_, 0);
    state_ = std::move(state);
    write_state();
}

void PartFile::go_on(std::uint64_t kept) {
    file_.reset();
    file_.emplace(path_, kept);
}

void PartFile::close() {
    if (!file_) return;
    size_ = file_->size();
    file_->finish();
    file_.reset();
}

void PartFile::become(const std::string& target) {
    close();
    rename_file(path_, target);
    remove_file(state_path_);
    size_ = 0;
    state_ = {};
}

void PartFile::discard() {
    file_.reset();
    remove_file(path_);
    remove_file(state_path_);
    size_ = 0;
    state_ = {};
}

void PartFile::write_state() const {
    OutputFile out{state_path_};
    out.write("# Written by daicho fetch: what the .part beside is a part of.\n");
    out.write("url\t" + state_.url + "\netag\t" + state_.etag + "\nlast_modified\t" + state_.last_modified +
              "\n");
    if (state_.total) out.write("total\t" + std::to_string(*state_.total) + "\n");
    out.commit();
}

}  // namespace daicho
