#include "models/comparison/compared_file.hpp"

#include <array>
#include <utility>

#include "grammars/base/os_files.hpp"
#include "grammars/formats/encoding_evidence.hpp"
#include "grammars/formats/name_ending.hpp"
#include "grammars/formats/text_source.hpp"

namespace daicho {

namespace {

/// Reads from another source, which others read too, from its top.
class SharedSource final : public SeekableSource {
 public:
    SharedSource(std::shared_ptr<SeekableSource> source, std::string name)
        : source_(std::move(source)), name_(std::move(name)) {}

    std::size_t read(char* to, std::size_t size) override {
        source_->seek(at_);
        const std::size_t got = source_->read(to, size);
        at_ += got;
        return got;
    }
    bool rewindable() const override { return true; }
    std::uint64_t size() override { return source_->size(); }
    void seek(std::uint64_t offset) override { at_ = offset; }
    const std::string& name() const override { return name_; }

 private:
    std::shared_ptr<SeekableSource> source_;
    std::string name_;
    std::uint64_t at_ = 0;
};

/// What was found out of a table when it was opened first is not found out again.
struct Known {
    explicit Known(ReadOptions options) : given(options), options(std::move(options)) {}

    ReadOptions given, options;
    bool asked = false;
};

std::unique_ptr<TableReader> open_known(std::unique_ptr<ByteSource> source, Known& known) {
    auto table = open_table(std::move(source), known.options);
    if (!known.asked && table->text() != nullptr) {
        known.options.encoding = table->text()->dialect().encoding;
        known.options.delimiter = table->text()->dialect().delimiter;
        known.options.format = std::string(table->format());
    }
    known.asked = true;
    return table;
}

bool trust_first_bytes(SeekableSource& source, Known& known) {
    constexpr std::string_view names_of_text = ".csv .tsv .tab .txt";
    if (known.asked || known.given.encoding || !has_one_of_endings(source.name(), names_of_text))
        return false;
    if (!begins_as_utf8(source)) return false;
    known.options.encoding = Encoding::utf8;
    return true;
}

bool is_packed(SeekableSource& source) {
    std::array<char, 2> start{};
    source.seek(0);
    return source.read(start.data(), start.size()) == start.size() &&
           (start == std::array{'\x1f', '\x8b'} || start == std::array{'P', 'K'});
}

ComparedTable compared_source(std::shared_ptr<SeekableSource> source, const std::string& name,
                              const ReadOptions& options) {
    auto known = std::make_shared<Known>(options);
    ComparedTable table;
    table.name = name;
    table.open = [=] { return open_known(std::make_unique<SharedSource>(source, name), *known); };
    if (is_packed(*source)) return table;
    table.bytes = [=] { return std::make_unique<SharedSource>(source, name); };
    table.trust_first_bytes = [=] {
        SharedSource start(source, name);
        return trust_first_bytes(start, *known);
    };
    table.distrust = [=] { *known = Known(known->given); };
    return table;
}

/// A source that owns what it keeps the bytes of.
class KeptSource final : public SeekableSource {
 public:
    explicit KeptSource(std::unique_ptr<InputFile> file) : file_(std::move(file)), spool_(*file_) {}
    std::size_t read(char* to, std::size_t size) override { return spool_.read(to, size); }
    bool rewindable() const override { return true; }
    std::uint64_t size() override { return spool_.size(); }
    void seek(std::uint64_t offset) override { spool_.seek(offset); }
    const std::string& name() const override { return spool_.name(); }

 private:
    std::unique_ptr<InputFile> file_;
    SpooledSource spool_;
};

}  // namespace

ComparedTable compared_file(const std::string& path, const ReadOptions& options) {
    auto probe = std::make_unique<InputFile>(path);
    if (path == "-" || !probe->rewindable()) {
        return compared_source(std::make_shared<KeptSource>(std::move(probe)), path, options);
    }
    const bool packed = is_packed(*probe);
    auto known = std::make_shared<Known>(options);
    ComparedTable table;
    table.name = path;
    table.open = [=] { return open_known(std::make_unique<InputFile>(path), *known); };
    if (packed) return table;
    table.bytes = [=] { return std::make_unique<InputFile>(path); };
    table.trust_first_bytes = [=] {
        InputFile start(path);
        return trust_first_bytes(start, *known);
    };
    table.distrust = [=] { *known = Known(known->given); };
    return table;
}

namespace {

/// Bytes in memory in which one can go anywhere.
class BytesSource final : public SeekableSource {
 public:
    BytesSource(std::string bytes, std::string name) : bytes_(std::move(bytes)), name_(std::move(name)) {}
    std::size_t read(char* to, std::size_t size) override {
        const std::size_t got = at_ < bytes_.size() ? bytes_.copy(to, size, at_) : 0;
        at_ += got;
        return got;
    }
    bool rewindable() const override { return true; }
    std::uint64_t size() override { return bytes_.size(); }
    void seek(std::uint64_t offset) override { at_ = offset; }
    const std::string& name() const override { return name_; }

 private:
    std::string bytes_;
    std::string name_;
    std::size_t at_ = 0;
};

}  // namespace

ComparedTable compared_bytes(std::string bytes, const std::string& name, const ReadOptions& options) {
    return compared_source(std::make_shared<BytesSource>(std::move(bytes), name), name, options);
}

}  // namespace daicho
