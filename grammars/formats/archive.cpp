#include "grammars/formats/archive.hpp"

#include <exception>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "grammars/base/os_files.hpp"
#include "grammars/base/path_names.hpp"
#include "grammars/formats/archive_layers.hpp"
#include "grammars/formats/gzip_source.hpp"
#include "grammars/formats/zip_file.hpp"

namespace daicho {

namespace {

/// Carries what the caller's functions threw past everything that catches an Error here.
struct CallerThrew {
    std::exception_ptr what;
};

bool hidden(std::string_view name) {
    return name.starts_with('.') || name.find("/.") != name.npos || name.starts_with("__MACOSX/");
}

/// A zip that is being walked through.
struct OpenZip {
    const FileEntry& entry;
    const ZipFile& zip;
    unsigned depth;
    std::unordered_set<std::string> names = {};  ///< of the members so far
};

class Walk {
 public:
    Walk(const ArchiveLimits& limits, const FileVisitor& visit, const FileRefusal& refused)
        : limits_(limits), visit_(visit), refused_(refused) {}

    void any(const std::string& path);

 private:
    void folder(const std::string& path, const FileStatus& facts);
    void file(const std::string& path, const FileStatus& facts);
    void bytes(const FileEntry& entry, ByteSource& source, unsigned depth);
    void unpack_gzip(const FileEntry& entry, ByteSource& source, unsigned depth);
    void unpack_zip(const FileEntry& entry, ByteSource& source, unsigned depth);
    void member(OpenZip& archive, std::uint64_t index);
    void hand_over(const FileEntry& entry, ByteSource& source);

    /// Calls `look`; what it cannot read is refused under `locator`.
    template <class Look>
    void guard(const std::string& locator, Look&& look);
    template <class Call>
    void call_caller(Call&& call);

    const ArchiveLimits& limits_;
    const FileVisitor& visit_;
    const FileRefusal& refused_;
    std::set<std::pair<std::uint64_t, std::uint64_t>> folders_;  ///< seen so far
    UnpackBudget* budget_ = nullptr;                             ///< of the outermost file at hand
};

template <class Call>
void Walk::call_caller(Call&& call) {
    try {
        call();
    } catch (...) {
        throw CallerThrew{std::current_exception()};
    }
}

template <class Look>
void Walk::guard(const std::string& locator, Look&& look) {
    try {
        look();
    } catch (const Error& error) {
        call_caller([&] { refused_(locator, error); });
    }
}

void Walk::any(const std::string& path) {
    guard(path, [&] {
        const auto facts = file_facts(path);
        if (facts && facts->kind == FileStatus::Kind::folder) {
            folder(path, *facts);
        } else {
            file(path, facts.value_or(FileStatus{}));
        }
    });
}

void Walk::folder(const std::string& path, const FileStatus& facts) {
    if (!folders_.insert(facts.number).second) return;
    for (const auto& name : list_folder(path)) {
        const std::string below = path.ends_with('/') ? path + name : path + "/" + name;
        guard(below, [&] {
            const auto what = file_facts(below);
            if (what && what->kind == FileStatus::Kind::other) {
                throw Error{ErrorKind::input, below + ": 通常のファイルではないので読みません。",
                            below + ": it is not a regular file and is not read"};
            }
            any(below);
        });
    }
}

void Walk::file(const std::string& path, const FileStatus& facts) {
    const auto source = open_outermost(path);
    UnpackBudget budget{limits_, source->size()};
    budget_ = &budget;
    FileEntry entry;
    entry.locator = path;
    entry.name = name_of_path(path);
    entry.size = source->size();
    entry.modified = facts.modified;
    bytes(entry, *source, 0);
}

void Walk::bytes(const FileEntry& entry, ByteSource& source, unsigned depth) {
    switch (packing_of(source)) {
        case Packing::none:
            hand_over(entry, source);
            break;
        case Packing::gzip:
            unpack_gzip(entry, source, depth + 1);
            break;
        case Packing::zip:
            unpack_zip(entry, source, depth + 1);
            break;
    }
}

void Walk::hand_over(const FileEntry& entry, ByteSource& source) {
    UnpackedSource watched{source, nullptr};
    try {
        visit_(entry, watched);
    } catch (const Error&) {
        if (watched.failed()) throw;
        throw CallerThrew{std::current_exception()};
    } catch (...) {
        throw CallerThrew{std::current_exception()};
    }
}

void Walk::unpack_gzip(const FileEntry& entry, ByteSource& source, unsigned depth) {
    check_depth(depth, limits_, entry.locator);
    GzipSource gzip{source, entry.locator};
    UnpackedSource unpacked{gzip, budget_};
    FileEntry inside = entry;
    inside.name = without_gz(entry.name);
    inside.size = 0;
    if (!gzip.modified().empty()) {
        inside.modified = gzip.modified();
        inside.modified_inside = true;
    }
    bytes(inside, unpacked, depth);
}

void Walk::unpack_zip(const FileEntry& entry, ByteSource& source, unsigned depth) {
    SpooledSource spool{source};
    auto* seekable = dynamic_cast<SeekableSource*>(&source);
    if (seekable == nullptr) seekable = &spool;
    const ZipFile zip{*seekable, entry.locator, limits_.members};
    if (zip.is_document()) {
        seekable->rewind();
        return hand_over(entry, *seekable);
    }
    check_depth(depth, limits_, entry.locator);
    budget_->charge_members(zip.size(), entry.locator);
    OpenZip archive{entry, zip, depth};
    for (std::uint64_t i = 0; i < zip.size() && !budget_->exceeded(); ++i) {
        guard(entry.locator + "!" + zip.shown_name(i), [&] { member(archive, i); });
    }
}

void Walk::member(OpenZip& archive, std::uint64_t index) {
    const ZipMember facts = archive.zip.member(index);
    if (facts.folder || hidden(facts.name)) return;
    FileEntry entry;
    entry.locator = archive.entry.locator + "!" + facts.name;
    if (!archive.names.insert(facts.name).second) {
        throw Error{ErrorKind::input,
                    entry.locator + ": 同じ名前のファイルが zip に二つあります。後の方は読みません。",
                    entry.locator + ": the zip has two members of this name; the later one is not read"};
    }
    entry.name = name_of_path(facts.name);
    entry.size = facts.size;
    entry.modified = facts.modified.empty() ? archive.entry.modified : facts.modified;
    entry.modified_inside = !facts.modified.empty() || archive.entry.modified_inside;
    const auto source = archive.zip.open(index, entry.locator);
    UnpackedSource unpacked{*source, budget_};
    bytes(entry, unpacked, archive.depth);
}

}  // namespace

void for_each_file(const std::string& path, const ArchiveLimits& limits, const FileVisitor& visit,
                   const FileRefusal& refused) {
    try {
        Walk{limits, visit, refused}.any(path);
    } catch (const CallerThrew& threw) {
        std::rethrow_exception(threw.what);
    }
}

}  // namespace daicho
