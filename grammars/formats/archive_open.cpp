#include <string_view>
#include <utility>

#include "grammars/base/os_files.hpp"
#include "grammars/formats/archive.hpp"
#include "grammars/formats/archive_layers.hpp"
#include "grammars/formats/gzip_source.hpp"
#include "grammars/formats/zip_file.hpp"

namespace daicho {

namespace {

/// One archive on the way to a file, and the file or archive found in it.
struct Layer {
    std::unique_ptr<Layer> below;  // first, since all that follows reads from it
    std::unique_ptr<SeekableSource> spool;
    std::unique_ptr<ZipFile> zip;
    std::unique_ptr<ByteSource> packed;
    std::unique_ptr<ByteSource> source;  ///< what this layer gives
};

[[noreturn]] void refuse_missing(const std::string& locator) {
    throw Error{locator + ": アーカイブの中にこのファイルはありません。名前を確かめてください",
                locator + ": there is no such file in the archive; check the name"};
}

/// The member whose name `wanted` is or begins with (then a `!` follows), the longest of them; name "": none.
std::pair<std::uint64_t, std::string> find_member(const ZipFile& zip, std::string_view wanted) {
    std::pair<std::uint64_t, std::string> found{0, ""};
    for (std::uint64_t i = 0; i < zip.size(); ++i) {
        std::string name;
        try {
            name = zip.member(i).name;
        } catch (const Error&) {
            continue;  // a name that is refused is not found
        }
        if (name.size() <= found.second.size() || !wanted.starts_with(name)) continue;
        if (wanted.size() == name.size() || wanted[name.size()] == '!') found = {i, std::move(name)};
    }
    return found;
}

/// The end of the path in the file system: that of the longest name of a file, before a `!` or the end.
std::size_t path_size(const std::string& locator) {
    for (std::size_t end = locator.size();;) {
        const auto facts = file_facts(locator.substr(0, end));
        if (facts && facts->kind != FileFacts::Kind::folder) return end;
        if (end == 0) return locator.size();
        const auto mark = locator.rfind('!', end - 1);
        if (mark == locator.npos) return locator.size();
        end = mark;
    }
}

class OpenedFile final : public ByteSource {
 public:
    OpenedFile(const std::string& path, std::string wanted, std::string locator, const ArchiveLimits& limits);

    std::size_t read(char* to, std::size_t size) override { return top_->source->read(to, size); }
    bool rewindable() const override { return true; }
    void rewind() override { top_->source->rewind(); }
    const std::string& name() const override { return locator_; }

 private:
    void unpack_gzip();
    void unpack_member();
    std::unique_ptr<Layer> new_layer();

    std::string locator_;
    std::string at_;      ///< as far as it is opened
    std::string wanted_;  ///< what is left to find
    UnpackBudget budget_;
    unsigned depth_ = 0;
    std::unique_ptr<Layer> top_;
};

OpenedFile::OpenedFile(const std::string& path, std::string wanted, std::string locator,
                       const ArchiveLimits& limits)
    : locator_(std::move(locator)), at_(path), wanted_(std::move(wanted)), budget_(limits, 0) {
    auto source = open_outermost(path);
    budget_ = UnpackBudget{limits, source->size()};
    top_ = std::make_unique<Layer>();
    top_->source = std::move(source);
    for (;;) {
        const Packing packing = packing_of(*top_->source);
        if (packing == Packing::gzip) {
            unpack_gzip();
        } else if (wanted_.empty()) {
            return;
        } else if (packing == Packing::zip) {
            unpack_member();
        } else {
            refuse_missing(locator_);
        }
    }
}

std::unique_ptr<Layer> OpenedFile::new_layer() {
    check_depth(++depth_, budget_.limits(), at_);
    auto layer = std::make_unique<Layer>();
    layer->below = std::move(top_);
    return layer;
}

void OpenedFile::unpack_gzip() {
    auto layer = new_layer();
    layer->packed = std::make_unique<GzipSource>(*layer->below->source, at_);
    layer->source = std::make_unique<UnpackedSource>(*layer->packed, &budget_);
    top_ = std::move(layer);
}

void OpenedFile::unpack_member() {
    auto layer = new_layer();
    ByteSource& below = *layer->below->source;
    auto* seekable = dynamic_cast<SeekableSource*>(&below);
    if (seekable == nullptr) {
        layer->spool = std::make_unique<SpooledSource>(below);
        seekable = layer->spool.get();
    }
    layer->zip = std::make_unique<ZipFile>(*seekable, at_, budget_.limits().members);
    const auto [index, name] = find_member(*layer->zip, wanted_);
    if (name.empty()) refuse_missing(locator_);
    at_ += "!" + name;
    wanted_.erase(0, name.size() + 1);
    layer->packed = layer->zip->open(index, at_);
    layer->source = std::make_unique<UnpackedSource>(*layer->packed, &budget_);
    top_ = std::move(layer);
}

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::string& locator, const ArchiveLimits& limits) {
    const std::size_t end = path_size(locator);
    const std::string wanted = end < locator.size() ? locator.substr(end + 1) : "";
    return std::make_unique<OpenedFile>(locator.substr(0, end), wanted, locator, limits);
}

}  // namespace daicho
