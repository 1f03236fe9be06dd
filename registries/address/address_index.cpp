#include "registries/address/address_index.hpp"

#include "registries/address/index_file.hpp"

namespace daicho {

AddressIndex::AddressIndex(std::unique_ptr<AddressIndexFile> file) : file_(std::move(file)) {}
AddressIndex::~AddressIndex() = default;
AddressIndex::AddressIndex(AddressIndex&&) noexcept = default;
AddressIndex& AddressIndex::operator=(AddressIndex&&) noexcept = default;

AddressIndex AddressIndex::open(const std::string& path) {
    return AddressIndex(std::make_unique<AddressIndexFile>(path));
}

std::string_view AddressIndex::generation() const {
    return file_->generation();
}

void AddressIndex::verify() const {
    file_->verify();
}

}  // namespace daicho
