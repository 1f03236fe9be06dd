#include "tools/baseline.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/base/parse_number.hpp"
#include "grammars/formats/json_value.hpp"
#include "grammars/formats/json_writer.hpp"

namespace daicho {

namespace {

/// A version of the file, by its first line.
struct Version {
    std::string_view head;
    FingerprintForm form;
};

constexpr Version versions[] = {{"{\"baseline\":5}", FingerprintForm::any_column},
                                {"{\"baseline\":4}", FingerprintForm::numbers},
                                {"{\"baseline\":3}", FingerprintForm::plain},
                                {"{\"baseline\":2}", FingerprintForm::as_written},
                                {"{\"baseline\":1}", FingerprintForm::as_written}};  // no lines of files
constexpr const Version& present_version = versions[0];

const Version* version_of(std::string_view line) {
    const auto* const found = std::ranges::find(versions, line, &Version::head);
    return found == std::end(versions) ? nullptr : found;
}

/// Of a version that this program does not know: made by a later one.
bool is_later(std::string_view line) {
    return line.starts_with("{\"baseline\":") && line.ends_with('}');
}

std::string_view plain_name(std::string_view file) {
    while (file.starts_with("./")) file.remove_prefix(2);
    return file;
}

/// A line of findings as `text` writes them, read without a tree of values: a baseline has very many.
class FindingLine {
 public:
    std::string_view file, rule, column, item, fingerprint, count;

    /// False where the line has another form, or characters that JSON escapes.
    bool read(std::string_view line) {
        rest_ = line;
        return text("{\"file\":\"", file) && text(",\"rule\":\"", rule) && text(",\"column\":\"", column) &&
               (!rest_.starts_with(item_key) || text(item_key, item)) &&
               text(",\"fingerprint\":\"", fingerprint) && number(",\"count\":", count) && rest_ == "}";
    }

 private:
    static constexpr std::string_view item_key = ",\"item\":\"";

    bool skip(std::string_view literal) {
        if (!rest_.starts_with(literal)) return false;
        rest_.remove_prefix(literal.size());
        return true;
    }
    bool text(std::string_view opening, std::string_view& value) {
        if (!skip(opening)) return false;
        const std::size_t end = rest_.find_first_of("\"\\");
        if (end == rest_.npos || rest_[end] != '"') return false;
        value = rest_.substr(0, end);
        rest_.remove_prefix(end + 1);
        return true;
    }
    bool number(std::string_view opening, std::string_view& value) {
        if (!skip(opening)) return false;
        value = rest_.substr(0, std::min(rest_.find_first_not_of("0123456789"), rest_.size()));
        rest_.remove_prefix(value.size());
        return !value.empty();
    }

    std::string_view rest_;
};

[[noreturn]] void refuse_baseline(const std::string& path, std::size_t line) {
    const std::string at = path + ":" + std::to_string(line);
    throw Error{ErrorKind::input,
                at + ": 基準のファイルとして読めません。「daicho baseline create」で作り直してください。",
                at + ": this is no baseline; make it again with 'daicho baseline create'"};
}

[[noreturn]] void refuse_version(const std::string& path, bool later) {
    if (later) {
        throw Error{
            ErrorKind::input,
            path + ": 基準のファイルが、この daicho より新しい版のものです。daicho を新しくしてください。",
            path + ": this baseline was written by a later daicho than this one; update daicho"};
    }
    throw Error{ErrorKind::input,
                path +
                    ": 基準のファイルが前の版のものです。「daicho baseline prune」が、見逃す指摘を増やさずに"
                    "今の版に書き直します。",
                path +
                    ": this baseline is of an earlier version; 'daicho baseline prune' writes it in the "
                    "present one and lets nothing more pass"};
}

[[noreturn]] void refuse_missing(const std::string& path) {
    throw Error{ErrorKind::input,
                path +
                    ": 基準のファイルがまだありません。「daicho baseline "
                    "create」で、今ある指摘を書き留めて作ります。",
                path + ": there is no baseline yet; 'daicho baseline create' makes it of what is found now"};
}

}  // namespace

Baseline::Baseline(const std::string& path, Versions which) {
    if (!file_facts(path)) refuse_missing(path);
    const std::string_view text = kept(read_file(path));
    std::size_t number = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (++number == 1) {
            const Version* version = version_of(line);
            if (version == nullptr && is_later(line)) refuse_version(path, true);
            if (version == nullptr) refuse_baseline(path, number);
            if (version != &present_version && which == Versions::present) refuse_version(path, false);
            fingerprints_ = FingerprintMaker(version->form);
            continue;
        }
        if (!read_finding(line)) read_any_line(line, path, number);
    }
    if (number == 0) refuse_baseline(path, 1);
}

bool Baseline::read_finding(std::string_view text) {
    FindingLine line;
    if (!line.read(text) || line.fingerprint.size() != 64) return false;
    const auto count = parse_number(line.count);
    if (!count || *count < 1) return false;
    note_findings({line.file, line.rule, line.column, line.fingerprint}, line.item,
                  static_cast<std::uint64_t>(*count));
    return true;
}

/// They stand in order, and so each is put behind the others.
void Baseline::note_findings(const Key& key, std::string_view item, std::uint64_t count) {
    Known& known = known_.try_emplace(known_.end(), key)->second;
    known.item = item;
    known.count += count;
}

std::string_view Baseline::kept(std::string text) {
    return *texts_.insert(std::move(text)).first;
}

void Baseline::read_any_line(std::string_view text, const std::string& path, std::size_t number) {
    const auto value = parse_json(text);
    if (!value) refuse_baseline(path, number);
    const JsonValue& line = *value;
    const std::string file(line.text_of("file"));
    if (const JsonValue* columns = line.find("columns")) {
        const auto records = parse_number(line.text_of("records"));
        if (!records || *records < 0) refuse_baseline(path, number);
        FileState& state = files_[file];
        state.records = static_cast<std::uint64_t>(*records);
        for (const JsonValue& column : columns->items) state.columns.push_back(column.text);
        return;
    }
    const auto count = parse_number(line.text_of("count"));
    if (!count || *count < 1 || line.text_of("fingerprint").size() != 64) refuse_baseline(path, number);
    const auto text_of = [&](std::string_view member) { return kept(std::string(line.text_of(member))); };
    note_findings({kept(file), text_of("rule"), text_of("column"), text_of("fingerprint")}, text_of("item"),
                  static_cast<std::uint64_t>(*count));
}

void Baseline::add(std::string_view file, const Finding& finding) {
    file = plain_name(file);
    const std::string& fingerprint = fingerprints_.kind_of(file, finding);
    const auto found = known_.find({file, finding.rule.text, finding.header, fingerprint});
    if (found != known_.end()) {
        ++found->second.count;
        return;
    }
    const auto text = [&](std::string_view part) { return kept(std::string(part)); };
    known_[{text(file), text(finding.rule.text), text(finding.header), kept(fingerprint)}] = {
        text(finding.item), 1};
}

void Baseline::note(std::string_view file, FileState state) {
    files_[std::string(plain_name(file))] = std::move(state);
}

const Baseline::FileState* Baseline::state_of(std::string_view file) const {
    const auto found = files_.find(plain_name(file));
    return found == files_.end() ? nullptr : &found->second;
}

void Baseline::index_items() {
    if (std::exchange(indexed_, true)) return;
    for (auto& [key, known] : known_) {
        if (!known.item.empty())
            by_item_[{key.file, key.rule, known.item, key.fingerprint}].push_back(&known);
    }
}

/// By the header; where no finding is left under it, by the item: the column may have another name now.
Baseline::Known* Baseline::known(std::string_view file, const Finding& finding) {
    const std::string& fingerprint = fingerprints_.kind_of(file, finding);
    const auto found = known_.find({file, finding.rule.text, finding.header, fingerprint});
    if (found != known_.end() && found->second.count != 0) return &found->second;
    if (finding.item.empty()) return nullptr;
    index_items();
    const auto of_item = by_item_.find({file, finding.rule.text, finding.item, fingerprint});
    if (of_item == by_item_.end()) return nullptr;
    const auto left = std::ranges::find_if(of_item->second, [](const Known* one) { return one->count != 0; });
    return left == of_item->second.end() ? nullptr : *left;
}

bool Baseline::take(std::string_view file, const Finding& finding) {
    Known* const one = known(plain_name(file), finding);
    if (one == nullptr) return false;
    --one->count;
    return true;
}

std::vector<std::string> Baseline::files() const {
    std::set<std::string> names;
    for (const auto& [name, state] : files_) names.insert(name);
    for (const auto& [key, known] : known_) names.emplace(key.file);
    return {names.begin(), names.end()};
}

std::uint64_t Baseline::left(std::string_view file) const {
    file = plain_name(file);
    std::uint64_t left = 0;
    for (auto at = known_.lower_bound({file, {}, {}, {}}); at != known_.end() && at->first.file == file; ++at)
        left += at->second.count;
    return left;
}

std::uint64_t Baseline::size() const {
    return std::accumulate(known_.begin(), known_.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const auto& one) { return sum + one.second.count; });
}

std::string Baseline::text() const {
    std::string text(present_version.head);
    text += '\n';
    for (const auto& [file, state] : files_) {
        JsonWriter json{text};
        json.begin_object().key("file").string(file).key("records").number(state.records);
        json.key("columns").begin_array();
        for (const std::string& column : state.columns) json.string(column);
        json.end_array().end_object().end_line();
    }
    for (const auto& [key, known] : known_) {
        if (known.count == 0) continue;
        JsonWriter json{text};
        json.begin_object().key("file").string(key.file).key("rule").string(key.rule);
        json.key("column").string(key.column);
        if (!known.item.empty()) json.key("item").string(known.item);
        json.key("fingerprint")
            .string(key.fingerprint)
            .key("count")
            .number(known.count)
            .end_object()
            .end_line();
    }
    return text;
}

}  // namespace daicho
