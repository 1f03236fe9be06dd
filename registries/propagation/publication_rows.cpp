#include "registries/propagation/publication_rows.hpp"

#include <algorithm>
#include <cstring>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/formats/archive.hpp"
#include "grammars/formats/batch.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/text_source.hpp"
#include "grammars/text/utf8.hpp"
#include "registries/loading/edition.hpp"
#include "registries/sources/corporate_xml.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

constexpr unsigned offset_bits = 44;
constexpr std::uint64_t offset_mask = (std::uint64_t{1} << offset_bits) - 1;
constexpr std::size_t lines_a_mark = 32;
constexpr std::size_t looked_at = 256 * 1024;

/// The end of the row that begins at `begin`: a line end outside of quotes, or the end of the file.
std::size_t row_end(std::string_view bytes, std::size_t begin) {
    bool open = false;
    for (std::size_t at = begin;;) {
        std::size_t end = bytes.find('\n', at);
        if (end == bytes.npos) end = bytes.size();
        for (std::size_t quote = at; (quote = bytes.substr(0, end).find('"', quote)) != bytes.npos; ++quote)
            open = !open;
        if (!open || end == bytes.size()) return end;
        at = end + 1;
    }
}

std::string_view without_line_end(std::string_view row) {
    if (row.ends_with('\r')) row.remove_suffix(1);
    return row;
}

/// The row behind its sequence number.
std::string_view behind_sequence(std::string_view row) {
    const std::size_t comma = row.find(',');
    return comma == row.npos ? std::string_view{} : row.substr(comma + 1);
}

std::uint64_t number_of(std::string_view row) {
    std::string_view rest = behind_sequence(row);
    if (rest.starts_with('"')) rest.remove_prefix(1);
    const bool ends = rest.size() > 13 && (rest[13] == ',' || rest[13] == '"');
    return ends ? corporate_number(rest.substr(0, 13)) : 0;
}

/// The day of publication, where the row is written as the publisher writes it.
std::string_view day_of(std::string_view row) {
    constexpr std::size_t in_front = std::string_view("1000013050238,01,1,").size(), size = 10;
    const std::string_view day =
        behind_sequence(row).substr(std::min(in_front, behind_sequence(row).size()), size);
    return day.size() == size && day[4] == '-' && day[7] == '-' ? day : std::string_view{};
}

std::string_view first_row(std::string_view bytes) {
    return without_line_end(bytes.substr(0, row_end(bytes.substr(0, looked_at), 0)));
}

/// The service answers a question with one line more in front: date, count, part, parts.
std::size_t head_size(std::string_view bytes) {
    const std::string_view first = first_row(bytes);
    const bool answer = std::count(first.begin(), first.end(), ',') == 3 && number_of(first) == 0;
    return answer ? std::min(bytes.size(), row_end(bytes, 0) + 1) : 0;
}

bool holds_corporations(std::string_view bytes) {
    const std::string_view first = first_row(bytes.substr(head_size(bytes)));
    return number_of(first) != 0 && read_published_corporation(first).has_value();
}

/// All rows of one file have one encoding; what is valid UTF-8 in so many bytes of Japanese is UTF-8. Each
/// row that is read is checked once more.
Encoding encoding_of(std::string_view bytes) {
    std::string_view part = bytes.substr(0, looked_at);
    if (part.size() < bytes.size()) part = part.substr(0, part.rfind('\n') + 1);
    return find_invalid_utf8(part) == part.npos ? Encoding::utf8 : Encoding::cp932;
}

std::string read_all(ByteSource& source) {
    std::string all;
    constexpr std::size_t piece = std::size_t{1} << 20;
    for (std::size_t size = 0;;) {
        all.resize(size + piece);
        const std::size_t read = source.read(all.data() + size, piece);
        size += read;
        if (read != 0) continue;
        all.resize(size);
        return all;
    }
}

std::vector<std::string> item_names() {
    std::vector<std::string> names;
    for (const std::string_view name : corporation_item_names) names.emplace_back(name);
    return names;
}

std::string rows_of_xml(std::string bytes, const std::string& name) {
    CorporateXmlStream xml(std::make_unique<MemorySource>(std::move(bytes), name), item_names());
    std::string rows;
    PublishedCorporation state;
    for (Batch batch; xml.next(batch);) {
        for (std::size_t record = 0; record < batch.size(); ++record) {
            for (std::size_t i = 0; i < corporation_item::count; ++i) state.values[i] = batch.cell(record, i);
            rows.append(write_published_corporation(state)) += '\n';
        }
    }
    return rows;
}

std::string decoded(std::string_view bytes, Encoding encoding, bool& sound) {
    sound = true;
    if (encoding == Encoding::utf8) {
        sound = find_invalid_utf8(bytes) == bytes.npos;
        return std::string(bytes);
    }
    Decoder decoder(encoding);
    Buffer<char> text;
    std::vector<SourceBytes> source;
    decoder.decode(bytes, true, text, source);
    sound = !decoder.first_invalid();
    return std::string(text.data(), text.size());
}

}  // namespace

std::uint64_t corporate_number(std::string_view digits) {
    if (digits.size() != 13) return 0;
    std::uint64_t number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return 0;
        number = number * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return number;
}

PublicationRows::PublicationRows(const std::vector<std::string>& paths,
                                 const std::function<void(const std::string&)>& left_out) {
    for (const std::string& path : paths) take(path, left_out);
    if (files_.empty()) {
        throw Error{ErrorKind::input, paths.front() + ": 法人番号の全件・差分ファイルがありません",
                    paths.front() + ": no file of corporate numbers here"};
    }
    std::stable_sort(files_.begin(), files_.end(),
                     [](const auto& a, const auto& b) { return a->edition < b->edition; });
    for (std::size_t i = 0; i < files_.size(); ++i) index(*files_[i], i);
    const auto before = [](const Row& a, const Row& b) {
        return a.number != b.number ? a.number < b.number : a.place < b.place;
    };
    if (!std::is_sorted(rows_.begin(), rows_.end(), before)) std::sort(rows_.begin(), rows_.end(), before);
}

void PublicationRows::take(const std::string& path, const std::function<void(const std::string&)>& left_out) {
    const auto facts = file_facts(path);
    if (facts && facts->kind == FileStatus::Kind::file && facts->size > 0 &&
        MappedFile(path).bytes().starts_with(sqlite_magic)) {
        return take_registry(path);
    }
    const auto visit = [&](const FileEntry& entry, ByteSource& source) {
        auto file = std::make_unique<File>();
        file->name = entry.locator;
        file->edition = edition_in_name(entry.locator);
        const auto plain = file_facts(entry.locator);
        if (plain && plain->kind == FileStatus::Kind::file && plain->size > 0) {
            file->mapped = std::make_unique<MappedFile>(entry.locator);
        }
        if (!file->mapped || file->mapped->bytes().starts_with("\x1f\x8b")) {
            file->mapped.reset();
            file->owned = read_all(source);
        }
        if (is_corporate_xml(file->bytes().substr(0, looked_at))) {
            file->owned = rows_of_xml(std::string(file->bytes()), entry.locator);
            file->mapped.reset();
        }
        if (!holds_corporations(file->bytes())) return left_out(entry.locator);
        file->encoding = encoding_of(file->bytes());
        files_.push_back(std::move(file));
    };
    for_each_file(path, {}, visit, [](const std::string&, const Error& error) { throw Error(error); });
}

void PublicationRows::take_registry(const std::string& path) {
    const Registry registry(path);
    if (!registry.has("corporation")) {
        throw Error{ErrorKind::registry, path + ": この台帳には法人番号（corporation）が入っていません",
                    path + ": this registry has no corporate numbers (corporation)"};
    }
    std::string columns;
    for (const std::string& name : item_names()) columns += (columns.empty() ? "" : ",") + quoted_name(name);
    auto rows = registry.database().prepare("select " + columns + " from corporation");
    auto file = std::make_unique<File>();
    file->name = path;
    PublishedCorporation state;
    while (rows.step()) {
        for (std::size_t i = 0; i < corporation_item::count; ++i)
            state.values[i] = rows.text(static_cast<int>(i));
        file->owned.append(write_published_corporation(state)) += '\n';
    }
    if (!file->owned.empty()) files_.push_back(std::move(file));
}

void PublicationRows::index(File& file, std::size_t number) {
    const std::string_view bytes = file.bytes();
    std::uint64_t line = 1;
    std::size_t since = lines_a_mark;
    const std::uint64_t base = static_cast<std::uint64_t>(number) << offset_bits;
    std::size_t at = head_size(bytes);
    if (at > 0) ++line;
    while (at < bytes.size()) {
        const std::size_t end = row_end(bytes, at);
        const std::string_view row = without_line_end(bytes.substr(at, end - at));
        if (since++ == lines_a_mark) {
            file.marks.emplace_back(at, line);
            since = 1;
        }
        if (!row.empty()) {
            rows_.push_back({number_of(row), base | at});
            if (rows_.back().number == 0) refuse(rows_.back());
            if (const std::string_view day = day_of(row); day > last_day_) last_day_ = day;
        }
        const bool broken = row.find('\n') != row.npos;  // inside quotes
        const auto inner = broken ? std::count(row.begin(), row.end(), '\n') : 0;
        line += 1 + static_cast<std::uint64_t>(inner);
        at = end + 1;
    }
}

void PublicationRows::refuse(const Row& row) const {
    const CorporationEvidence at = evidence(row);
    const std::string place = at.file + ":" + std::to_string(at.line) + ": ";
    throw Error{
        ErrorKind::input,
        place + "法人番号データの行（23・28・29・30 列、2 列目が 13 桁の法人番号）ではありません",
        place +
            "this is not a row of corporate numbers (23, 28, 29 or 30 columns, the second a number of "
            "13 digits)"};
}

std::string_view PublicationRows::bytes(const Row& row) const {
    const std::string_view all = files_[row.place >> offset_bits]->bytes();
    const std::size_t begin = row.place & offset_mask;
    return behind_sequence(without_line_end(all.substr(begin, row_end(all, begin) - begin)));
}

PublishedCorporation PublicationRows::state(const Row& row) const {
    const File& file = *files_[row.place >> offset_bits];
    const std::size_t begin = row.place & offset_mask;
    const std::string_view all = file.bytes();
    bool sound = true;
    const std::string text =
        decoded(without_line_end(all.substr(begin, row_end(all, begin) - begin)), file.encoding, sound);
    auto state = sound ? read_published_corporation(text) : std::nullopt;
    if (!state) refuse(row);
    return std::move(*state);
}

CorporationEvidence PublicationRows::evidence(const Row& row) const {
    const File& file = *files_[row.place >> offset_bits];
    const std::uint64_t begin = row.place & offset_mask;
    auto mark = std::upper_bound(file.marks.begin(), file.marks.end(), std::pair(begin, ~std::uint64_t{0}));
    if (mark == file.marks.begin()) return {file.name, 1};
    --mark;
    const std::string_view all = file.bytes();
    std::uint64_t line = mark->second;
    for (std::size_t at = mark->first; (at = all.find('\n', at)) < begin; ++at) ++line;
    return {file.name, line};
}

std::span<const PublicationRows::Row> PublicationRows::of(std::uint64_t number) const {
    const auto less = [](const Row& row, std::uint64_t n) { return row.number < n; };
    const auto begin = std::lower_bound(rows_.begin(), rows_.end(), number, less);
    const auto end = std::lower_bound(begin, rows_.end(), number + 1, less);
    return {begin, end};
}

}  // namespace daicho
