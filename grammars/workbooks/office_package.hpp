#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "grammars/base/os.hpp"
#include "grammars/formats/unpack_limits.hpp"
#include "grammars/formats/zip_file.hpp"

namespace daicho {

/// A relationship of a part to another (ECMA-376 part 2).
struct Relationship {
    std::string kind;    ///< the last step of its type: "worksheet", "sharedStrings"
    std::string target;  ///< the name of the part, from the root: "xl/styles.xml"
};
using Relationships = std::map<std::string, Relationship, std::less<>>;  ///< by id

/// A file of Office Open XML or OpenDocument: parts in a zip. What it may unpack to is bounded
/// (`ArchiveLimits`).
class OfficePackage {
 public:
    /// Throws Error where `source` is no zip.
    explicit OfficePackage(std::unique_ptr<ByteSource> source);

    const std::string& name() const { return name_; }
    bool has(std::string_view part) const { return find(part).has_value(); }
    /// The bytes of a part; does not outlive this. Throws Error where there is none.
    std::unique_ptr<ByteSource> open(const std::string& part) const;
    /// Bytes that a part has, as the directory says; 0: there is none.
    std::uint64_t size(const std::string& part) const;
    /// What a part leads to; "" is the package itself. Empty where it has no relationships.
    Relationships relationships(const std::string& part) const;

 private:
    std::optional<std::uint64_t> find(std::string_view part) const;

    std::string name_;
    std::unique_ptr<ByteSource> source_;
    SeekableSource* seekable_;
    std::unique_ptr<SpooledSource> spool_;
    std::unique_ptr<ZipFile> zip_;
    mutable std::unique_ptr<UnpackBudget> budget_;
    mutable std::map<std::uint64_t, std::uint64_t> charged_;  ///< bytes of each part; a part is charged once
    std::unordered_map<std::string, std::uint64_t> parts_;    ///< by their names in small letters
};

}  // namespace daicho
