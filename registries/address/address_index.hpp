#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace daicho {

class Registry;
class AddressIndexFile;

/// The index of the towns, residences and parcels of a registry: one file, mapped into memory. May be read
/// from several threads.
class AddressIndex {
 public:
    /// Opens the index at `path`; the head and the table of sections are checked. Throws Error where there is
    /// none, or where it is of another version: it says how to make it.
    static AddressIndex open(const std::string& path);

    ~AddressIndex();
    AddressIndex(AddressIndex&&) noexcept;
    AddressIndex& operator=(AddressIndex&&) noexcept;

    const AddressIndexFile& file() const { return *file_; }
    /// The registry that it was made of (`Registry::generation`).
    std::string_view generation() const;
    /// Reads all of it and compares its digest. Throws Error where it is damaged.
    void verify() const;

 private:
    explicit AddressIndex(std::unique_ptr<AddressIndexFile> file);
    std::unique_ptr<AddressIndexFile> file_;
};

/// Makes the index of `registry` at `path`: written beside and renamed. The same registry gives the same
/// bytes. Throws Error where the disk fails.
void build_address_index(const Registry& registry, const std::string& path);

}  // namespace daicho
