#include "registries/address/address_index.hpp"

#include <algorithm>

#include "registries/address/index_file.hpp"

namespace daicho {

AddressIndex::AddressIndex(std::unique_ptr<AddressIndexFile> file) : file_(std::move(file)) {}
AddressIndex::~AddressIndex() = default;
AddressIndex::AddressIndex(AddressIndex&&) noexcept = default;
AddressIndex& AddressIndex::operator=(AddressIndex&&) noexcept = default;

AddressIndex AddressIndex::open(const std::string& path) {
    return AddressIndex(std::make_unique<AddressIndexFile>(path));
}

const std::string& AddressIndex::path() const {
    return file_->path();
}

std::string_view AddressIndex::generation() const {
    return file_->generation();
}

AddressIndexFacts AddressIndex::facts() const {
    using namespace address_format;
    const auto towns = file_->section<TownRecord>(Section::towns);
    const auto groups =
        std::ranges::count_if(towns, [](const TownRecord& town) { return (town.flags & town_group) != 0; });
    return {.path = file_->path(),
            .generation = std::string(generation()),
            .version = version,
            .bytes = file_->bytes(),
            .municipalities = file_->section<MunicipalityRecord>(Section::municipalities).size(),
            .towns = towns.size() - 1 - static_cast<std::size_t>(groups),  // the last one is a sentinel
            .residences = file_->section<std::uint64_t>(Section::residences).size(),
            .parcels = file_->section<std::uint64_t>(Section::parcels).size()};
}

void AddressIndex::verify() const {
    file_->verify();
}

}  // namespace daicho
