#include "tools/baseline.hpp"

#include <numeric>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/parse_number.hpp"
#include "grammars/formats/json_value.hpp"
#include "grammars/formats/json_writer.hpp"
#include "models/reports/fingerprints.hpp"

namespace daicho {

namespace {

constexpr std::string_view head = "{\"baseline\":1}";

[[noreturn]] void refuse_baseline(const std::string& path, std::size_t line) {
    const std::string at = path + ":" + std::to_string(line);
    throw Error{ErrorKind::input,
                at + ": 基準のファイルとして読めません。「daicho baseline create」で作り直してください。",
                at + ": this is no baseline; make it again with 'daicho baseline create'"};
}

}  // namespace

Baseline::Baseline(const std::string& path) {
    const std::string text = read_file(path);
    std::size_t number = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (++number == 1) {
            if (line != head) refuse_baseline(path, number);
            continue;
        }
        const auto value = parse_json(line);
        const auto count = value ? parse_number(value->text_of("count")) : std::nullopt;
        if (!count || *count < 1 || value->text_of("fingerprint").size() != 64) refuse_baseline(path, number);
        counts_[{std::string(value->text_of("file")), std::string(value->text_of("rule")),
                 std::string(value->text_of("column")), std::string(value->text_of("fingerprint"))}] +=
            static_cast<std::uint64_t>(*count);
    }
    if (number == 0) refuse_baseline(path, 1);
}

Baseline::Key Baseline::key_of(std::string_view file, const Finding& finding) {
    while (file.starts_with("./")) file.remove_prefix(2);
    return {std::string(file), std::string(finding.rule.text), std::string(finding.header),
            Fingerprints::kind_of(file, finding)};
}

void Baseline::add(std::string_view file, const Finding& finding) {
    ++counts_[key_of(file, finding)];
}

bool Baseline::take(std::string_view file, const Finding& finding) {
    const auto found = counts_.find(key_of(file, finding));
    if (found == counts_.end()) return false;
    if (--found->second == 0) counts_.erase(found);
    return true;
}

std::uint64_t Baseline::left(std::string_view file) const {
    while (file.starts_with("./")) file.remove_prefix(2);
    std::uint64_t left = 0;
    for (auto at = counts_.lower_bound({std::string(file), {}, {}, {}});
         at != counts_.end() && at->first.file == file; ++at)
        left += at->second;
    return left;
}

std::uint64_t Baseline::size() const {
    return std::accumulate(counts_.begin(), counts_.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const auto& one) { return sum + one.second; });
}

std::string Baseline::text() const {
    std::string text(head);
    text += '\n';
    for (const auto& [key, count] : counts_) {
        JsonWriter json{text};
        json.begin_object().key("file").string(key.file).key("rule").string(key.rule);
        json.key("column").string(key.column).key("fingerprint").string(key.fingerprint);
        json.key("count").number(count).end_object().end_line();
    }
    return text;
}

}  // namespace daicho
