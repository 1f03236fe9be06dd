#include "registries/address/index_file.hpp"

#include "grammars/base/digest.hpp"
#include "grammars/base/error.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr auto section_count = static_cast<std::uint32_t>(Section::count);

/// Bytes of an element, section by section.
constexpr std::uint32_t element_sizes[section_count] = {sizeof(std::uint16_t),
                                                        sizeof(std::uint16_t),
                                                        1,
                                                        sizeof(PrefectureRecord),
                                                        sizeof(MunicipalityRecord),
                                                        sizeof(OldMunicipalityRecord),
                                                        sizeof(TrieNode),
                                                        sizeof(std::uint16_t),
                                                        sizeof(RegionEntry),
                                                        sizeof(TrieNode),
                                                        sizeof(std::uint16_t),
                                                        sizeof(std::uint32_t),
                                                        sizeof(std::uint32_t),
                                                        sizeof(TownRecord),
                                                        sizeof(std::uint64_t),
                                                        sizeof(Point),
                                                        sizeof(std::uint64_t),
                                                        sizeof(Point),
                                                        sizeof(std::uint32_t),
                                                        sizeof(std::uint32_t),
                                                        sizeof(OddRow),
                                                        sizeof(MunicipalityReading),
                                                        sizeof(std::uint64_t)};

[[noreturn]] void refuse(const std::string& path, const char* ja, const char* en) {
    throw Error{ErrorKind::registry, path + ": " + ja + "。消してから、もう一度作ってください",
                path + ": " + en + "; remove it, and it is made again"};
}

}  // namespace

void refuse_damaged_index() {
    throw Error{ErrorKind::registry,
                "住所の索引が壊れています。daicho verify で場所を確かめて消してから、もう一度作ってください",
                "the index of addresses is damaged; remove it (daicho verify says where it is), and it is "
                "made again"};
}

AddressIndexFile::AddressIndexFile(const std::string& path) : file_(path) {
    check_head();
    places_ = reinterpret_cast<const SectionPlace*>(file_.bytes().data() + sizeof(Head));
    check_places();
    strings_ = section<char>(Section::strings);
    generation_ = {head().generation, ::strnlen(head().generation, sizeof head().generation)};
}

const Head& AddressIndexFile::head() const {
    return *reinterpret_cast<const Head*>(file_.bytes().data());
}

void AddressIndexFile::check_head() const {
    const std::string_view bytes = file_.bytes();
    if (bytes.size() < sizeof(Head) + section_count * sizeof(SectionPlace) ||
        bytes.substr(0, sizeof magic) != std::string_view(magic, sizeof magic)) {
        refuse(path(), "住所の索引ではありません", "this is not an index of addresses");
    }
    if (head().version != version || head().sections != section_count) {
        refuse(path(), "別の版のプログラムが作った住所の索引です",
               "this index of addresses was made by another version of the program");
    }
    if (head().size != bytes.size()) {
        refuse(path(), "住所の索引が途中で切れています", "this index of addresses is cut short");
    }
}

void AddressIndexFile::check_places() const {
    for (std::uint32_t i = 0; i < section_count; ++i) {
        const SectionPlace& place = places_[i];
        const std::uint64_t whole = file_.bytes().size();
        if (place.offset % alignment != 0 || place.offset > whole || place.size > whole - place.offset ||
            place.element != element_sizes[i] || place.size % place.element != 0) {
            refuse(path(), "住所の索引が壊れています", "this index of addresses is damaged");
        }
    }
}

void AddressIndexFile::verify() const {
    Sha256 sha256;
    sha256.add(file_.bytes().substr(sizeof(Head)));
    if (sha256.hex() != std::string_view(head().digest, sizeof head().digest)) {
        refuse(path(), "住所の索引が壊れています", "this index of addresses is damaged");
    }
}

}  // namespace daicho
