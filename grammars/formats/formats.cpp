#include "grammars/formats/formats.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/formats/first_bytes.hpp"
#include "grammars/formats/name_ending.hpp"

namespace daicho {

// What the files of the formats define.
std::unique_ptr<RecordSource> open_csv(std::unique_ptr<ByteSource> source, const ReadOptions& options);
std::unique_ptr<RecordSource> open_json(std::unique_ptr<ByteSource> source, const ReadOptions& options);
std::unique_ptr<RecordSource> open_ooxml(std::unique_ptr<ByteSource> source, const ReadOptions& options);
std::unique_ptr<RecordSource> open_biff(std::unique_ptr<ByteSource> source, const ReadOptions& options);
std::unique_ptr<RecordSource> open_ods(std::unique_ptr<ByteSource> source, const ReadOptions& options);
std::unique_ptr<RecordSource> open_xml(std::unique_ptr<ByteSource> source, const ReadOptions& options);
bool begins_xml(std::string_view start);
bool begins_ods(std::string_view start);
bool begins_ooxml(std::string_view start);
bool begins_biff(std::string_view start);
bool begins_json_array(std::string_view start);
bool begins_json_object(std::string_view start);

namespace {

constexpr std::size_t looked_at = 512;

constexpr TableFormat known_formats[] = {
    {"csv", "CSV", ".csv .tsv .tab .txt", nullptr, open_csv},
    {"json", "JSON", ".json .geojson .jsonld", begins_json_array, open_json},
    {"jsonl", "JSON Lines", ".jsonl .ndjson", begins_json_object, open_json},
    {"xml", "XML", ".xml", begins_xml, open_xml},
    {"ods", "OpenDocument (ods)", ".ods", begins_ods, open_ods, true},
    {"xlsx", "Excel (xlsx)", ".xlsx .xlsm", begins_ooxml, open_ooxml, true},
    {"xls", "Excel (xls)", ".xls", begins_biff, open_biff, true},
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

/// The first bytes of `source`, which is as it was afterwards.
std::string look_at(std::unique_ptr<ByteSource>& source) {
    std::string start = take_bytes(*source, looked_at);
    if (source->rewindable()) {
        source->rewind();
    } else {
        source = std::make_unique<StartedSource>(std::move(source), start);
    }
    return start;
}

const TableFormat& format_by_bytes(std::span<const TableFormat> formats, std::string_view start) {
    const auto found = std::find_if(formats.begin(), formats.end(), [&](const TableFormat& format) {
        return format.begins != nullptr && format.begins(start);
    });
    return found == formats.end() ? formats.front() : *found;
}

/// By the ending of the name, unless the first bytes know better; where neither says anything, by those.
const TableFormat& format_of(std::span<const TableFormat> formats, std::unique_ptr<ByteSource>& source) {
    const TableFormat* named = format_by_name(formats, source->name());
    const bool sure =
        std::any_of(formats.begin(), formats.end(), [](const TableFormat& one) { return one.sure; });
    if (named != nullptr && !sure) return *named;
    const TableFormat& found = format_by_bytes(formats, look_at(source));
    return named == nullptr || found.sure || named->sure ? found : *named;
}

/// `.xls` of a name; "" where it has no ending, or a long one.
std::string_view ending_of(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    const bool is_ending = dot != name.npos && name.size() - dot <= 6 && name.find('/', dot) == name.npos;
    return is_ending ? name.substr(dot) : std::string_view();
}

/// The ending of a name that says another format than that of the file; "" where it says none, or the same.
std::string_view wrong_ending(std::span<const TableFormat> formats, std::string_view name,
                              const TableFormat& format) {
    const std::string_view ending = ending_of(name);
    const TableFormat* named = format_by_name(formats, name);
    const bool wrong = named != nullptr ? (named != &format && (named->sure || format.sure))
                                        : format.sure && !ending.empty();
    return wrong ? ending : std::string_view();
}

const TableFormat& format_by_option(std::span<const TableFormat> formats, std::string_view name) {
    if (const TableFormat* format = find_format(formats, name)) return *format;
    const std::string wanted(name);
    throw Error{ErrorKind::usage, "表の形式「" + wanted + "」はありません。",
                "there is no table format '" + wanted + "'"};
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
    const auto found = std::find_if(formats.begin(), formats.end(), [&](const TableFormat& format) {
        return has_one_of_endings(path, format.endings);
    });
    return found == formats.end() ? nullptr : &*found;
}

std::unique_ptr<TableReader> open_table(std::span<const TableFormat> formats,
                                        std::unique_ptr<ByteSource> source, const ReadOptions& options) {
    const TableFormat& format =
        options.format.empty() ? format_of(formats, source) : format_by_option(formats, options.format);
    const std::string ending(wrong_ending(formats, source->name(), format));
    auto records = format.open(std::move(source), options);
    return read_records(std::move(records), options, format.name, {ending, format.label});
}

}  // namespace daicho
