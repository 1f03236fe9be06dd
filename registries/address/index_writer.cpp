#include "registries/address/index_writer.hpp"

#include <algorithm>
#include <cstring>
#include <functional>

#include "grammars/base/digest.hpp"
#include "grammars/base/os.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr std::uint64_t aligned(std::uint64_t at) {
    return (at + alignment - 1) / alignment * alignment;
}

}  // namespace

std::array<SectionPlace, static_cast<std::size_t>(Section::count)> AddressIndexWriter::places() const {
    std::array<SectionPlace, static_cast<std::size_t>(Section::count)> places{};
    std::uint64_t at = aligned(sizeof(Head) + sizeof places);
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        places[i] = {at, sections_[i].bytes.size(), sections_[i].element, 0};
        at = aligned(at + sections_[i].bytes.size());
    }
    return places;
}

void AddressIndexWriter::write(const std::string& path, std::string_view generation) const {
    const auto places = this->places();
    Head head{};
    std::memcpy(head.magic, magic, sizeof magic);
    head.version = version;
    head.sections = static_cast<std::uint32_t>(Section::count);
    head.size = aligned(places.back().offset + places.back().size);
    generation.copy(head.generation, sizeof head.generation - 1);

    static const char zeros[alignment] = {};
    const auto put_all = [&](const std::function<void(std::string_view)>& put) {
        put({reinterpret_cast<const char*>(places.data()), sizeof places});
        std::uint64_t at = sizeof(Head) + sizeof places;
        for (std::size_t i = 0; i < sections_.size(); ++i) {
            put({zeros, places[i].offset - at});
            put(sections_[i].bytes);
            at = places[i].offset + places[i].size;
        }
        put({zeros, head.size - at});
    };
    Sha256 sha256;
    put_all([&](std::string_view bytes) { sha256.add(bytes); });
    sha256.hex().copy(head.digest, sizeof head.digest);

    OutputFile out{path};
    out.write({reinterpret_cast<const char*>(&head), sizeof head});
    put_all([&](std::string_view bytes) { out.write(bytes); });
    out.commit();
}

}  // namespace daicho
