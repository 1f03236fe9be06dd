#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "grammars/base/os_growing_file.hpp"

namespace daicho {

/// What is known of a file of which a part is at hand.
struct PartState {
    std::string url;
    std::string etag;           ///< as the server gave it
    std::string last_modified;  ///< as the server gave it
    std::optional<std::uint64_t> total;
};

/// The part of a file that has come so far: .FILE.part, and .FILE.part.state, which says of what it is a
/// part. Both outlive a run that is cut. Functions throw Error where the disk refuses.
class PartFile {
 public:
    /// Finds what an earlier run has left.
    PartFile(const std::string& folder, const std::string& file);

    /// So many bytes are at hand from which `url` can be gone on with; 0: none, or nothing to know the
    /// edition by.
    std::uint64_t resumable(const std::string& url) const;
    /// What `If-Range` names: a strong ETag, else the time of the last change; empty where there is neither.
    std::string validator() const;
    const PartState& state() const { return state_; }

    /// Starts from nothing with what is known of the file.
    void begin(PartState state);
    /// Goes on behind the first `kept` bytes.
    void go_on(std::uint64_t kept);
    void append(std::string_view bytes) { file_->append(bytes); }
    /// Bytes at hand.
    std::uint64_t size() const { return file_ ? file_->size() : size_; }
    /// No more bytes for now: the file is closed and on the disk.
    void close();
    const std::string& path() const { return path_; }
    /// The part is the whole: it becomes `target`.
    void become(const std::string& target);
    void discard();

 private:
    void write_state() const;

    std::string path_;
    std::string state_path_;
    PartState state_;
    std::uint64_t size_ = 0;
    std::optional<GrowingFile> file_;
};

}  // namespace daicho
