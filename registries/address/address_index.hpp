#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "grammars/base/language.hpp"

namespace daicho {

class Registry;
class AddressIndexFile;

/// What an index holds.
struct AddressIndexFacts {
    std::string path;
    std::string generation;     ///< of the places of the registry
    std::uint32_t version = 0;  ///< of the format
    std::uint64_t bytes = 0;
    std::size_t municipalities = 0;
    std::size_t towns = 0;
    std::size_t residences = 0;
    std::size_t parcels = 0;
};

/// Told before each step of making an index: `done` of `all` are over; and in the end, when all are.
using IndexProgress = std::function<void(const Text& step, std::size_t done, std::size_t all)>;

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
    const std::string& path() const;
    /// The registry that it was made of (`address_generation`).
    std::string_view generation() const;
    /// Counts what is in it, which reads its towns.
    AddressIndexFacts facts() const;
    /// Reads all of it and compares its digest. Throws Error where it is damaged.
    void verify() const;

 private:
    explicit AddressIndex(std::unique_ptr<AddressIndexFile> file);
    std::unique_ptr<AddressIndexFile> file_;
};

/// Makes the index of `registry` at `path`: written beside and renamed. The same registry gives the same
/// bytes. Throws Error where the disk fails.
void build_address_index(const Registry& registry, const std::string& path,
                         const IndexProgress& progress = {});

}  // namespace daicho
