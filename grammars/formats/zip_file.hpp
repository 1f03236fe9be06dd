#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "grammars/base/os.hpp"

namespace daicho {

constexpr std::string_view zip_magic = "PK\x03\x04";
constexpr std::string_view empty_zip_magic = "PK\x05\x06";  ///< a zip without members

/// What the directory of a zip says of one member.
struct ZipMember {
    std::string name;  ///< UTF-8 (CP932 is decoded), `/` between its parts, no `.` or empty ones, no `!`
    std::uint64_t size = 0;  ///< unpacked
    std::string modified;    ///< YYYY-MM-DD by the clock of who packed it; "" where not given
    bool folder = false;
};

/// A zip file: any member can be read, at any time, in any order. Nothing is written anywhere.
class ZipFile {
 public:
    /// `source` outlives this and is read by nobody else. `name` is for messages. Throws Error where this is
    /// no whole zip, or where it has more than `max_members`, which bounds the memory for its directory.
    ZipFile(SeekableSource& source, std::string name, std::uint64_t max_members);
    ~ZipFile();

    std::uint64_t size() const;
    /// In the order of the directory. Throws Error where the name leads out of the archive (`..`, from the
    /// root, a drive) or cannot be shown.
    ZipMember member(std::uint64_t index) const;
    /// For messages: the name, or what is written for it where `member` refuses that, made harmless.
    std::string shown_name(std::uint64_t index) const;
    /// A rewindable source of a member's bytes, which does not outlive this. The checksum is verified at its
    /// end. Throws Error where the member cannot be read (password, method).
    std::unique_ptr<ByteSource> open(std::uint64_t index, const std::string& name) const;
    /// An office document (OOXML, OpenDocument): its members are parts of one file.
    bool is_document() const;

 private:
    struct State;

    std::unique_ptr<State> state_;
};

}  // namespace daicho
