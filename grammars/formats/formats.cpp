#include "grammars/formats/formats.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"

namespace daicho {

// What the files of the formats define.
std::unique_ptr<RecordSource> open_csv(std::unique_ptr<ByteSource> source, const ReadOptions& options);
std::unique_ptr<RecordSource> open_json(std::unique_ptr<ByteSource> source, const ReadOptions& options);
bool begins_json_array(std::string_view start);
bool begins_json_object(std::string_view start);

namespace {

constexpr std::size_t looked_at = 512;

constexpr TableFormat known_formats[] = {
    {"csv", "CSV", ".csv .tsv .tab .txt", nullptr, open_csv},
    {"json", "JSON", ".json", begins_json_array, open_json},
    {"jsonl", "JSON Lines", ".jsonl .ndjson", begins_json_object, open_json},
};

/// A source whose first bytes were read already.
class StartedSource final : public ByteSource {
 public:
    StartedSource(std::unique_ptr<ByteSource> source, std::string start)
        : source_(std::move(source)), start_(std::move(start)) {}

    std::size_t read(char* to, std::size_t size) override {
        if (at_ == start_.size()) return source_->read(to, size);
        const std::size_t got = start_.copy(to, size, at_);
        at_ += got;
        return got;
    }
    bool rewindable() const override { return false; }
    void rewind() override {}
    const std::string& name() const override { return source_->name(); }

 private:
    std::unique_ptr<ByteSource> source_;
    std::string start_;
    std::size_t at_ = 0;
};

std::string take_first_bytes(ByteSource& source) {
    std::string start(looked_at, '\0');
    std::size_t size = 0;
    while (size < start.size()) {
        const std::size_t got = source.read(start.data() + size, start.size() - size);
        if (got == 0) break;
        size += got;
    }
    start.resize(size);
    return start;
}

/// By the first bytes of `source`, which is as it was afterwards.
const TableFormat& format_by_bytes(std::span<const TableFormat> formats,
                                   std::unique_ptr<ByteSource>& source) {
    std::string start = take_first_bytes(*source);
    const auto found = std::find_if(formats.begin(), formats.end(), [&](const TableFormat& format) {
        return format.begins != nullptr && format.begins(start);
    });
    if (source->rewindable()) {
        source->rewind();
    } else {
        source = std::make_unique<StartedSource>(std::move(source), std::move(start));
    }
    return found == formats.end() ? formats.front() : *found;
}

const TableFormat& format_by_option(std::span<const TableFormat> formats, std::string_view name) {
    if (const TableFormat* format = find_format(formats, name)) return *format;
    const std::string wanted(name);
    throw Error{ErrorKind::usage, "表の形式「" + wanted + "」はありません。",
                "there is no table format '" + wanted + "'"};
}

char small_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool has_ending(std::string_view path, std::string_view ending) {
    return path.size() >= ending.size() &&
           std::equal(ending.begin(), ending.end(), path.end() - static_cast<std::ptrdiff_t>(ending.size()),
                      [](char wanted, char c) { return wanted == small_letter(c); });
}

}  // namespace

std::span<const TableFormat> table_formats() {
    return known_formats;
}

const TableFormat* find_format(std::span<const TableFormat> formats, std::string_view name) {
    const auto found = std::find_if(formats.begin(), formats.end(),
                                    [&](const TableFormat& format) { return format.name == name; });
    return found == formats.end() ? nullptr : &*found;
}

const TableFormat* format_by_name(std::span<const TableFormat> formats, std::string_view path) {
    for (const TableFormat& format : formats) {
        for (std::string_view rest = format.endings; !rest.empty();) {
            const auto space = std::min(rest.find(' '), rest.size());
            if (has_ending(path, rest.substr(0, space))) return &format;
            rest.remove_prefix(std::min(space + 1, rest.size()));
        }
    }
    return nullptr;
}

std::unique_ptr<TableReader> open_table(std::span<const TableFormat> formats,
                                        std::unique_ptr<ByteSource> source, const ReadOptions& options) {
    const TableFormat* named = format_by_name(formats, source->name());
    const TableFormat& format = !options.format.empty() ? format_by_option(formats, options.format)
                                : named != nullptr      ? *named
                                                        : format_by_bytes(formats, source);
    return read_records(format.open(std::move(source), options), options, format.name);
}

}  // namespace daicho
