#include "tools/reports/merged_reports.hpp"

#include <map>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/parse_number.hpp"
#include "grammars/formats/json_value.hpp"
#include "grammars/formats/json_writer.hpp"

namespace daicho {

namespace {

void write_value(JsonWriter& json, const JsonValue& value) {
    switch (value.kind) {
        case JsonKind::object:
            json.begin_object();
            for (const JsonValue& member : value.members) {
                json.key(member.name);
                write_value(json, member);
            }
            json.end_object();
            return;
        case JsonKind::array:
            json.begin_array();
            for (const JsonValue& item : value.items) write_value(json, item);
            json.end_array();
            return;
        case JsonKind::string:
            json.string(value.text);
            return;
        case JsonKind::null:
            json.null();
            return;
        default:
            json.raw(value.text);
    }
}

std::uint64_t count_in(const JsonValue* object, std::string_view name) {
    const auto number = object == nullptr ? std::nullopt : parse_number(object->text_of(name));
    return number && *number >= 0 ? static_cast<std::uint64_t>(*number) : 0;
}

class ReportMerger {
 public:
    void take(const std::string& path) {
        const auto report = parse_json(read_file(path));
        const JsonValue* files = report ? report->find("files") : nullptr;
        const JsonValue* runs = report ? report->find("runs") : nullptr;
        if (files == nullptr && (runs == nullptr || report->text_of("version") != "2.1.0")) {
            throw Error{ErrorKind::input, path + ": daicho の報告（JSON か SARIF）ではありません。",
                        path + ": this is not a report of daicho (JSON or SARIF)"};
        }
        const bool sarif = files == nullptr;
        if (merged.reports++ > 0 && sarif != sarif_) {
            throw Error{ErrorKind::usage, path + ": JSON と SARIF の報告を一緒にまとめることはできません。",
                        path + ": reports in JSON and in SARIF cannot be merged"};
        }
        sarif_ = sarif;
        for (const JsonValue& part : (sarif ? runs : files)->items) {
            sarif ? take_run(part) : take_file(part, path);
            parts_.push_back(part);
        }
    }

    MergedReports finish() {
        JsonWriter json(merged.text);
        json.begin_object();
        if (sarif_) {
            json.key("$schema").string("https://json.schemastore.org/sarif-2.1.0.json");
            json.key("version").string("2.1.0");
        }
        json.key(sarif_ ? "runs" : "files").begin_array();
        for (const JsonValue& part : parts_) write_value(json, part);
        json.end_array().end_object().end_line();
        return std::move(merged);
    }

 private:
    void take_file(const JsonValue& file, const std::string& path) {
        const std::string name(file.text_of("path"));
        if (const auto [at, fresh] = seen_.emplace(name, path); !fresh) {
            throw Error{ErrorKind::input, path + ": 「" + name + "」は " + at->second + " にもあります。",
                        path + ": '" + name + "' is in " + at->second + " too"};
        }
        const JsonValue* summary = file.find("summary");
        ++merged.files;
        merged.errors += count_in(summary, "errors") + (file.find("error") != nullptr ? 1 : 0);
        merged.warnings += count_in(summary, "warnings");
        merged.infos += count_in(summary, "infos");
    }
    void take_run(const JsonValue& run) {
        const JsonValue* results = run.find("results");
        if (results == nullptr) return;
        for (const JsonValue& result : results->items) {
            const std::string_view level = result.text_of("level");
            ++(level == "error" ? merged.errors : level == "note" ? merged.infos : merged.warnings);
            take_place(result);
        }
    }

    /// Counts the file that a result is about.
    void take_place(const JsonValue& result) {
        const JsonValue* value = result.find("locations");
        if (value == nullptr || value->items.empty()) return;
        value = &value->items.front();
        for (const std::string_view name : {"physicalLocation", "artifactLocation"}) {
            value = value == nullptr ? nullptr : value->find(name);
        }
        if (value == nullptr || !seen_.emplace(value->text_of("uri"), std::string()).second) return;
        ++merged.files;
    }

    MergedReports merged;
    bool sarif_ = false;
    std::vector<JsonValue> parts_;
    std::map<std::string, std::string> seen_;  // report by file
};

}  // namespace

MergedReports merge_reports(const std::vector<std::string>& paths) {
    ReportMerger merger;
    for (const std::string& path : paths) merger.take(path);
    return merger.finish();
}

}  // namespace daicho
