#include "grammars/formats/file_opener.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/formats/archive_layers.hpp"
#include "grammars/formats/gzip_source.hpp"
#include "grammars/formats/zip_file.hpp"

namespace daicho {

namespace {

/// A file's bytes, with all that they come through.
class OpenedFile final : public ByteSource {
 public:
    explicit OpenedFile(std::string locator) : locator_(std::move(locator)) {}
    ~OpenedFile() override {
        while (!stages_.empty()) stages_.pop_back();
    }

    /// `stage` reads from the one that was last so far.
    void add(std::unique_ptr<ByteSource> stage) { stages_.push_back(std::move(stage)); }
    ByteSource& last() { return *stages_.back(); }

    std::size_t read(char* to, std::size_t size) override { return stages_.back()->read(to, size); }
    bool rewindable() const override { return true; }
    void rewind() override { stages_.back()->rewind(); }
    /// As far as it is opened.
    const std::string& name() const override { return locator_; }

 private:
    std::string locator_;
    std::vector<std::unique_ptr<ByteSource>> stages_;
};

/// A zip on the way to a file.
struct OpenArchive {
    std::string locator;
    unsigned depth;
    std::unique_ptr<OpenedFile> file;
    std::unique_ptr<SeekableSource> spool;
    std::unique_ptr<ZipFile> zip;
    std::unordered_map<std::string, std::uint64_t> members;
};

[[noreturn]] void refuse_missing(const std::string& locator) {
    throw Error{ErrorKind::usage,
                locator + ": アーカイブの中にこのファイルはありません。名前を確かめてください。",
                locator + ": there is no such file in the archive; check the name"};
}

/// The end of the path in the file system: that of the longest name of a file, before a `!` or the end.
std::size_t path_size(const std::string& locator) {
    for (std::size_t end = locator.size();;) {
        const auto facts = file_facts(locator.substr(0, end));
        if (facts && facts->kind != FileStatus::Kind::folder) return end;
        const auto mark = end == 0 ? locator.npos : locator.rfind('!', end - 1);
        if (mark == locator.npos) return locator.size();
        end = mark;
    }
}

void list_members(OpenArchive& archive) {
    for (std::uint64_t i = 0; i < archive.zip->size(); ++i) {
        try {
            const ZipMember member = archive.zip->member(i);
            if (!member.folder) archive.members.emplace(member.name, i);
        } catch (const Error&) {
            continue;  // a name that is refused is not found
        }
    }
}

}  // namespace

struct FileOpener::State {
    ArchiveLimits limits;
    std::uint64_t outer_size = 0;
    UnpackBudget budget;
    std::vector<std::unique_ptr<OpenArchive>> archives;  ///< each is in the one before

    explicit State(const ArchiveLimits& limits_) : limits(limits_), budget(limits_, 0) {}
    ~State() {
        while (!archives.empty()) archives.pop_back();
    }

    void leave_archives(const std::string& locator);
    std::unique_ptr<OpenedFile> open_outermost_of(const std::string& locator);
    std::unique_ptr<OpenedFile> open_member(const std::string& locator);
    void unpack_gzip(OpenedFile& file, unsigned& depth);
    void enter_archive(std::unique_ptr<OpenedFile> file, unsigned depth);
};

/// Keeps those that the file is in.
void FileOpener::State::leave_archives(const std::string& locator) {
    while (!archives.empty() && !locator.starts_with(archives.back()->locator + "!")) archives.pop_back();
}

std::unique_ptr<OpenedFile> FileOpener::State::open_outermost_of(const std::string& locator) {
    auto file = std::make_unique<OpenedFile>(locator.substr(0, path_size(locator)));
    auto source = open_outermost(file->name());
    outer_size = source->size();
    file->add(std::move(source));
    return file;
}

/// The next member on the way, in the innermost archive.
std::unique_ptr<OpenedFile> FileOpener::State::open_member(const std::string& locator) {
    const OpenArchive& archive = *archives.back();
    const std::size_t begin = archive.locator.size() + 1;
    const std::size_t end = std::min(locator.find('!', begin), locator.size());
    const auto found = archive.members.find(locator.substr(begin, end - begin));
    if (found == archive.members.end()) refuse_missing(locator);
    auto file = std::make_unique<OpenedFile>(locator.substr(0, end));
    file->add(archive.zip->open(found->second, file->name()));
    file->add(std::make_unique<UnpackedSource>(file->last(), &budget));
    return file;
}

void FileOpener::State::unpack_gzip(OpenedFile& file, unsigned& depth) {
    while (packing_of(file) == Packing::gzip) {
        check_depth(++depth, limits, file.name());
        file.add(std::make_unique<GzipSource>(file.last(), file.name()));
        file.add(std::make_unique<UnpackedSource>(file.last(), &budget));
    }
}

void FileOpener::State::enter_archive(std::unique_ptr<OpenedFile> file, unsigned depth) {
    check_depth(depth, limits, file->name());
    auto archive = std::make_unique<OpenArchive>();
    archive->locator = file->name();
    archive->depth = depth;
    archive->file = std::move(file);
    auto* seekable = dynamic_cast<SeekableSource*>(&archive->file->last());
    if (seekable == nullptr) {
        archive->spool = std::make_unique<SpooledSource>(archive->file->last());
        seekable = archive->spool.get();
    }
    archive->zip = std::make_unique<ZipFile>(*seekable, archive->locator, limits.members);
    list_members(*archive);
    archives.push_back(std::move(archive));
}

FileOpener::FileOpener(const ArchiveLimits& limits) : state_(std::make_unique<State>(limits)) {}

FileOpener::~FileOpener() = default;

std::unique_ptr<ByteSource> FileOpener::open(const std::string& locator) {
    State& state = *state_;
    state.leave_archives(locator);
    std::unique_ptr<OpenedFile> file;
    if (state.archives.empty()) file = state.open_outermost_of(locator);
    state.budget = UnpackBudget{state.limits, state.outer_size};
    unsigned depth = file ? 0 : state.archives.back()->depth;
    if (!file) file = state.open_member(locator);
    for (;;) {
        state.unpack_gzip(*file, depth);
        if (file->name().size() == locator.size()) return file;
        if (packing_of(*file) != Packing::zip) refuse_missing(locator);
        state.enter_archive(std::move(file), ++depth);
        file = state.open_member(locator);
    }
}

namespace {

/// A file with the opener that it needs.
class OwnedFile final : public ByteSource {
 public:
    OwnedFile(const std::string& locator, const ArchiveLimits& limits)
        : opener_(limits), file_(opener_.open(locator)) {}

    std::size_t read(char* to, std::size_t size) override { return file_->read(to, size); }
    bool rewindable() const override { return true; }
    void rewind() override { file_->rewind(); }
    const std::string& name() const override { return file_->name(); }

 private:
    FileOpener opener_;
    std::unique_ptr<ByteSource> file_;
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::string& locator, const ArchiveLimits& limits) {
    return std::make_unique<OwnedFile>(locator, limits);
}

}  // namespace daicho
